import { DomainName, type MTLSConfig, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate, CertificateValidation } from 'aws-cdk-lib/aws-certificatemanager';
import { ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageValues } from '../stages.ts';

export type OriginDoorProps = {
  /** Its name, such as `origin.api.example.com`. */
  name: string;
  zone: IHostedZone;
  /** The file of the authorities whose certificates open it: PEM, in a bucket with versions. */
  authorities: Extract<StageValues['origin'], { by: 'mutual TLS' }>['authorities'];
};

/** The name under which only the CDN reaches the origin: it opens to a certificate that one of our own authorities has signed, and to nothing else. */
export class OriginDoor extends Construct {
  readonly domainName: DomainName;

  constructor(scope: Construct, id: string, { name, zone, authorities }: OriginDoorProps) {
    super(scope, id);
    const mtls: MTLSConfig = {
      bucket: Bucket.fromBucketName(this, 'Authorities', authorities.bucket),
      key: authorities.key,
      version: authorities.version,
    };
    this.domainName = new DomainName(this, 'Name', {
      domainName: name,
      certificate: new Certificate(this, 'Certificate', { domainName: name, validation: CertificateValidation.fromDns(zone) }),
      securityPolicy: SecurityPolicy.TLS_1_2,
      mtls,
    });
    const { regionalDomainName, regionalHostedZoneId } = this.domainName;
    const target = RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(regionalDomainName, regionalHostedZoneId));
    new ARecord(this, 'A', { zone, recordName: `${name}.`, target });
  }
}
