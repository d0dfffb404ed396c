import { type App, Stack } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Stage } from '../../lambda/config.ts';
import { Firewall } from '../constructs/firewall.ts';
import type { StageValues } from '../stages.ts';

/** What CloudFront takes from us-east-1 only: the certificate of the own name, and the firewall. */
export class EdgeStack extends Stack {
  readonly certificate: ICertificate | null = null;
  readonly firewallArn: string | null = null;

  constructor(app: App, id: string, { stage, values: { domain, firewall, keepData, logDays } }: { stage: Stage; values: StageValues }) {
    super(app, id, {
      env: { region: 'us-east-1' },
      description: `Broadsheet ${stage}: what CloudFront takes from us-east-1 only`,
      terminationProtection: keepData,
    });
    if (domain) {
      const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: domain.zoneId, zoneName: domain.zoneName });
      this.certificate = new Certificate(this, 'Certificate', { domainName: domain.name, validation: CertificateValidation.fromDns(zone) });
    }
    if (firewall) this.firewallArn = new Firewall(this, 'Firewall', { ...firewall, logDays }).arn;
  }
}
