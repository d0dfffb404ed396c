import { Duration, RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CachedMethods,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  type CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { CORS, HEADERS, type Stage } from '../../lambda/config.ts';

export type CdnProps = {
  stage: Stage;
  /** Where the origin answers: a name, without `https://`. */
  originName: string;
  /** Files that sources sent, read as `/assets/<name>`. */
  files: Bucket;
  /** How the CDN shows that it is the one who asks. */
  shows: { secret: ISecret; letter: 'a' | 'b' } | { clientCertificateArn: string };
  /** The own name, with its certificate in us-east-1 and the zone that it stands in. */
  domain: { name: string; zone: IHostedZone; certificate: ICertificate } | null;
  /** ARN of a web ACL in us-east-1. */
  firewallArn: string | null;
  logDays: number;
};

/** What an answer depends on, as query string of a GET: everything else of it is neither kept apart nor sent on. */
const ASKED_BY = ['documentId', 'operationName', 'query', 'variables', 'extensions'];

/** Where feeds, sitemaps and exports stand. */
const FEEDS = ['/articles/*', '/feeds/*', '/sitemap*'];

/** Answers of ours that are errors, and those of the gateway. None is kept, not even for CloudFront's own ten seconds. */
const ERRORS = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

/**
 * CloudFront in front of the read side. It keeps answers to GET for as long as the origin says and a day at most, never an error, and lets go of them
 * by the tags that the origin gave them. Who has paid is part of the key. A request may have 8,192 bytes of address and 30 s of time.
 * @see Amazon CloudFront Developer Guide, "Quotas"
 */
export class Cdn extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { stage, originName, files, shows, domain, firewallArn, logDays }: CdnProps) {
    super(scope, id);
    const accessLog = new Bucket(this, 'AccessLog', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED, // CloudFront hands its files over by access control lists
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(logDays), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      removalPolicy: RemovalPolicy.RETAIN, // a bucket that holds something cannot be deleted; its files end by themselves
    });
    Validations.of(accessLog).acknowledge({ id: 'AwsSolutions-S1', reason: 'It is the log itself.' });
    const responseHeadersPolicy = this.said(stage);
    const origin = new HttpOrigin(originName, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(15), // functions end before
      ...('secret' in shows ? { customHeaders: { [HEADERS.origin]: shownValue(shows.secret, shows.letter) } } : {}),
    });
    const feeds: BehaviorOptions = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      compress: true,
      cachePolicy: this.kept('Addresses', `Broadsheet ${stage}: feeds, sitemaps, exports`, ['schema'], []),
      responseHeadersPolicy,
    };
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Broadsheet ${stage}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      enableLogging: true,
      logBucket: accessLog,
      logIncludesCookies: false,
      errorResponses: ERRORS.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      ...(domain
        ? { domainNames: [domain.name], certificate: domain.certificate, minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021 }
        : {}),
      ...(firewallArn ? { webAclId: firewallArn } : {}),
      defaultBehavior: {
        origin,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachedMethods: CachedMethods.CACHE_GET_HEAD_OPTIONS, // an answer to OPTIONS says itself that it is good for a day
        compress: true,
        cachePolicy: this.kept('Answers', `Broadsheet ${stage}: answers to GET`, ASKED_BY, [HEADERS.reader, HEADERS.preview]), // an answer for whoever has paid, or looks ahead, is for nobody else
        originRequestPolicy: this.sentOn(stage),
        responseHeadersPolicy,
      },
      additionalBehaviors: {
        ...Object.fromEntries(FEEDS.map((path) => [path, feeds])),
        '/assets/*': {
          origin: S3BucketOrigin.withOriginAccessControl(files),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED, // as long as the file says: a year, for it never changes
          responseHeadersPolicy,
          functionAssociations: [{ function: this.names(), eventType: FunctionEventType.VIEWER_REQUEST }],
        },
      },
    });
    const raw = this.distribution.node.defaultChild as CfnDistribution;
    raw.addPropertyOverride('DistributionConfig.CacheTagConfig', { HeaderName: HEADERS.cacheTag });
    if (!('secret' in shows)) {
      const place = 'DistributionConfig.Origins.0.CustomOriginConfig.OriginMtlsConfig';
      raw.addPropertyOverride(place, { ClientCertificateArn: shows.clientCertificateArn });
    }
    if (domain) {
      const record = {
        zone: domain.zone,
        recordName: `${domain.name}.`,
        target: RecordTarget.fromAlias(new CloudFrontTarget(this.distribution)),
      };
      new ARecord(this, 'A', record);
      new AaaaRecord(this, 'Aaaa', record);
    } else {
      const reason = "CloudFront's own name comes with CloudFront's own certificate and rules; an own domain has TLS 1.2 at least.";
      Validations.of(this.distribution).acknowledge({ id: 'AwsSolutions-CFR4', reason });
    }
    if (!firewallArn) {
      const reason = 'A choice of each stage: the gateway has its throttle, answers are small, and a firewall costs by the request.';
      Validations.of(this.distribution).acknowledge({ id: 'AwsSolutions-CFR2', reason });
    }
    Validations.of(this.distribution).acknowledge({ id: 'AwsSolutions-CFR1', reason: 'News is for readers everywhere.' });
  }

  /** In the bucket a file is called by the end of its address. */
  private names(): EdgeFunction {
    const code =
      "function handler(event) { var request = event.request; request.uri = request.uri.replace(/^\\/assets\\//, '/'); return request; }";
    return new EdgeFunction(this, 'Names', { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(code) });
  }

  /** What is kept, and what keeps two answers apart besides their path: parameters of the query string, and headers. */
  private kept(id: string, comment: string, asked: readonly string[], headers: readonly string[]): CachePolicy {
    return new CachePolicy(this, id, {
      comment,
      queryStringBehavior: CacheQueryStringBehavior.allowList(...asked),
      headerBehavior: headers.length > 0 ? CacheHeaderBehavior.allowList(...headers) : CacheHeaderBehavior.none(),
      cookieBehavior: CacheCookieBehavior.none(),
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0), // an answer that does not say how long it is good for is asked for anew
      maxTtl: Duration.days(1),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }

  /** What the origin is told besides: what shows that a request is no form of another site, which client asks in its own words (by POST, which is never kept), and what browsers ask before they ask. Never `accept`: it would change answers. */
  private sentOn(stage: Stage): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'SentOn', {
      comment: `Broadsheet ${stage}: besides what keeps answers apart`,
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        ...['content-type', 'x-apollo-operation-name', 'apollo-require-preflight', HEADERS.client],
        ...['origin', 'access-control-request-method', 'access-control-request-headers'],
      ),
      queryStringBehavior: OriginRequestQueryStringBehavior.none(),
      cookieBehavior: OriginRequestCookieBehavior.none(),
    });
  }

  /** What every answer says, also one that comes from the cache: any page may read it, and nothing in it is ever run. */
  private said(stage: Stage): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Said', {
      comment: `Broadsheet ${stage}: for any page, never to be run`,
      corsBehavior: {
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'],
        accessControlAllowHeaders: [...CORS.maySend],
        accessControlExposeHeaders: [...CORS.mayRead],
        accessControlAllowCredentials: false,
        accessControlMaxAge: Duration.days(1),
        originOverride: true,
      },
      removeHeaders: [HEADERS.cacheTag], // what an answer is purged by is between the origin and the CDN
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox", override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      },
    });
  }
}

/** The value under one letter of a secret, which CloudFormation looks up when it deploys: the template holds its place only. */
function shownValue(secret: ISecret, letter: string): string {
  return SecretValue.secretsManager(secret.secretArn, { jsonField: letter }).unsafeUnwrap();
}
