import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

/** Files that sources sent, for good: a name never gets other bytes. The intake writes them, the CDN reads them, and nobody else does either. */
export class AssetFiles extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { keepData }: { keepData: boolean }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const reason = 'The log of the CDN says who reads a file, the log of the intake who sent it; nobody else has access.';
    Validations.of(this.bucket).acknowledge({ id: 'AwsSolutions-S1', reason });
  }
}
