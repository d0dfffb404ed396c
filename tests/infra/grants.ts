import { type Resource, resourcesOf, type Stacks } from '../support/templates.ts';

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown };

/** What a function may do: action -> what it may be done to, by logical ids without their hashes; `*` is anything. */
export type Grants = Record<string, string[]>;

/**
 * What the role of each function allows it, by its bundle's name: the policies inside the role, those attached to it, and AWS's own by name.
 * @throws {Error} for a statement that denies, or that cannot be read here: it would make a grant look smaller than it is
 */
export function grantsOf(stacks: Stacks): Record<string, Grants> {
  const policies = resourcesOf(stacks, 'AWS::IAM::Policy');
  const roles = new Map(resourcesOf(stacks, 'AWS::IAM::Role'));
  return Object.fromEntries(
    resourcesOf(stacks, 'AWS::Lambda::Function').map(([, lambda]) => {
      const roleId: string = lambda.Properties.Role['Fn::GetAtt'][0];
      const role = roles.get(roleId) as Resource;
      const inline = (role.Properties.Policies ?? []).flatMap(
        (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
      );
      const attached = policies
        .filter(([, { Properties }]) => Properties.Roles?.some((one: { Ref: string }) => one.Ref === roleId))
        .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
      const grants: Grants = {};
      for (const managed of role.Properties.ManagedPolicyArns ?? []) grants[JSON.stringify(managed)] = ['*'];
      for (const statement of [...inline, ...attached] as Statement[]) {
        if (statement.Effect !== 'Allow' || !statement.Action) throw new Error(`Not to be read: ${JSON.stringify(statement)}`);
        for (const action of [statement.Action].flat())
          grants[action] = [...(grants[action] ?? []), ...[statement.Resource].flat().map(named)].sort();
      }
      return [bundleOf(lambda), grants];
    }),
  );
}

/** The name of a function's bundle, from its description: `Broadsheet prod: graphql, …`. */
function bundleOf({ Properties }: Resource): string {
  return /^Broadsheet \w+: (\w+),/.exec(Properties.Description)?.[1] ?? JSON.stringify(Properties.Description);
}

/** `{ "Fn::GetAtt": ["NewsTable5065DBC5", "Arn"] }` -> `NewsTable`; what follows an ARN stays: `AssetsBucket/*`. */
function named(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = resource as { Ref?: string; 'Fn::GetAtt'?: [string, string]; 'Fn::Join'?: [string, unknown[]] };
  if (join) return join[1].map(named).join(join[0]);
  const id = Ref ?? attribute?.[0];
  if (id === undefined) throw new Error(`Not to be read: ${JSON.stringify(resource)}`);
  return id.replace(/[0-9A-F]{8}([0-9a-f]{32})?$/, '') + (attribute && attribute[1] !== 'Arn' ? `.${attribute[1]}` : '');
}
