import { RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { EXAMINER } from '../../lambda/config.ts';

/**
 * What functions must keep to themselves. Nothing of it stands in a template or in the variables of a function: they are told the ARN, and read the
 * secret when they start and every five minutes. Of each but the last two values are valid at a time, so that it can be changed while everything runs.
 */
export class Secrets extends Construct {
  /** What the CDN shows to the origin: `{ "a": …, "b": … }`. The first value is made here, b stays empty until the first change. */
  readonly origin: Secret;
  /** The keys of the sources, as `ingest/keys.ts` reads them. Empty at first: nobody may push. */
  readonly ingestKeys: Secret;
  /** What signs the tokens of readers who have paid: an array. Empty at first: nobody has. */
  readonly readerSecrets: Secret;
  /** What signs the tokens of a newsroom that looks ahead: an array. Empty at first: nobody does. */
  readonly previewSecrets: Secret;
  /** Who may ask in words of their own where registered documents only are answered: `{ "<name>": "<secret>" }`. At first only what asks a new version its documents, made here. */
  readonly clientSecrets: Secret;
  /** What makes the addresses of files unguessable. Made here, once for all: every address follows from it. */
  readonly assetNames: Secret;

  constructor(scope: Construct, id: string, { keepData }: { keepData: boolean }) {
    super(scope, id);
    const removalPolicy = keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    const nobody = SecretValue.unsafePlainText('[]');
    this.origin = new Secret(this, 'Origin', {
      description: 'What the CDN shows to the origin, each value under a letter',
      generateSecretString: { secretStringTemplate: '{"b":""}', generateStringKey: 'a', excludePunctuation: true, passwordLength: 40 },
      removalPolicy,
    });
    this.ingestKeys = new Secret(this, 'IngestKeys', {
      description: 'Keys of the sources that push',
      secretStringValue: nobody,
      removalPolicy,
    });
    this.readerSecrets = new Secret(this, 'ReaderSecrets', {
      description: 'What signs tokens of readers',
      secretStringValue: nobody,
      removalPolicy,
    });
    this.previewSecrets = new Secret(this, 'PreviewSecrets', {
      description: 'What signs tokens of the newsroom',
      secretStringValue: nobody,
      removalPolicy,
    });
    this.clientSecrets = new Secret(this, 'ClientSecrets', {
      description: 'Clients that may ask in their own words, each with its secret',
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: EXAMINER, excludePunctuation: true, passwordLength: 40 },
      removalPolicy,
    });
    this.assetNames = new Secret(this, 'AssetNames', {
      description: 'What makes the addresses of files unguessable',
      generateSecretString: { excludePunctuation: true, passwordLength: 64 },
      removalPolicy,
    });
    for (const secret of [this.origin, this.ingestKeys, this.readerSecrets, this.previewSecrets, this.clientSecrets, this.assetNames]) {
      Validations.of(secret).acknowledge({
        id: 'AwsSolutions-SMG4',
        reason:
          'The other side has to change with it: a CMS, a shop, a distribution, every address. docs/deploy.md says how, without a pause.',
      });
    }
  }
}
