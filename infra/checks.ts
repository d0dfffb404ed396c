import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { CURRENTLY_RECOMMENDED_FLAGS } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';

/**
 * An app that cannot be synthesized while anything is found in it by CloudFormation's own rules, by cdk-nag's AwsSolutions or by its
 * Serverless pack. What is meant to be as it is, is acknowledged beside the resource, with the reason.
 */
export function checkedApp(props: Pick<AppProps, 'outdir'> = {}): App {
  const app = plainApp(props);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}

/** The same app without the packs, for tests that synthesize it many times. */
export function plainApp(props: Pick<AppProps, 'outdir'> = {}): App {
  return new App({
    ...props,
    analyticsReporting: false,
    context: {
      // The CDK's ways of today; without them it keeps to those of its first day. They come with its pinned version: snapshots show what an upgrade changes.
      ...CURRENTLY_RECOMMENDED_FLAGS,
      '@aws-cdk/core:validateAgainstDefaultRules': true, // CloudFormation's rules: errors, where the CDK would warn
    },
  });
}
