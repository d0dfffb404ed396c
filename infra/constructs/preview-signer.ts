import { Duration } from 'aws-cdk-lib';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ENV, type Stage } from '../../lambda/config.ts';
import { BundledFunction, type FunctionSettings } from './bundled-function.ts';

export type PreviewSignerProps = FunctionSettings & { stage: Stage; previewSecrets: ISecret };

/**
 * Signs tokens for a newsroom that looks ahead. It has no address and no policy of its own that lets anybody call it: a role does that is allowed to by IAM, such as
 * that of the CMS. It reads the secret, and nothing else.
 */
export class PreviewSigner extends Construct {
  readonly signer: BundledFunction;

  constructor(scope: Construct, id: string, { stage, previewSecrets, ...settings }: PreviewSignerProps) {
    super(scope, id);
    this.signer = new BundledFunction(this, 'Signer', {
      ...settings,
      ...{ memoryMiB: 256, reservedConcurrency: null },
      bundle: 'preview',
      description: `Broadsheet ${stage}: preview, signs tokens of the newsroom`,
      timeout: Duration.seconds(10), // the secret is read within one
      environment: {},
    });
    this.signer.tell(ENV.previewSecrets, previewSecrets);
  }
}
