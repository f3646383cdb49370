package io.exhibit.evaluate.changes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is read and not watched for changes, with the reason for each. */
final class LeftOut {

    private static final String FINDINGS = "findings come and go by themselves; the section on exceptions tells them";
    private static final String READ_AGAIN = "another form of what is watched in the reading that it is made from";
    private static final String TESTED =
            "a setting or a resource that tests judge every night; when it deviates, a finding tells it";
    private static final String ACTIVITY = "a record of what happened, new every night";
    private static final String COUNTS = "counts, which the things counted tell";
    private static final String STATE = "tells how the reading itself was done";
    private static final String AWS = "AWS's own documents, whose versions the section on responsibility tells";

    static final Map<String, String> READINGS = new LinkedHashMap<>();

    /** By reading and member, or by the member alone for all of them. */
    static final Map<String, String> MEMBERS = new LinkedHashMap<>();

    static {
        readings(
                FINDINGS,
                "guardduty.findings",
                "guardduty.listed-findings",
                "inspector2.findings",
                "access-analyzer.findings",
                "inspector2.unscanned");
        readings(
                READ_AGAIN,
                "organizations.effective-scps",
                "iam.policy-statements",
                "iam.principals",
                "iam.role-trusts",
                "sso.account-access",
                "kms.key-policy-statements");
        readings(COUNTS, "iam.account-summary", "inspector2.coverage", "config.resource-counts");
        readings(STATE, "sts.caller-identity", "iam.credential-report-state", "iam.authorization-details-state");
        readings(ACTIVITY, "cloudtrail.events", "backup.restore-jobs", "snowball.jobs", "ebs.snapshots");
        readings(ACTIVITY, "rds.snapshots", "rds.cluster-snapshots", "ec2.network-interfaces");
        readings(AWS, "artifact.reports", "artifact.report-versions", "artifact.agreements");
        readings(
                "a fact about AWS or the organization as a whole, which no one of the entity turns",
                "organizations.organization",
                "organizations.roots",
                "ec2.regions",
                "elbv2.tls-policies");
        readings(
                TESTED,
                "account.alternate-contacts",
                "sso.instances",
                "ec2.vpcs",
                "ec2.subnets",
                "ec2.flow-logs",
                "ebs.settings",
                "ebs.volumes",
                "elbv2.load-balancers",
                "elbv2.listeners",
                "elbv2.target-groups",
                "elb.load-balancers",
                "shield.subscriptions",
                "shield.protections",
                "guardduty.detectors",
                "guardduty.members",
                "guardduty.malware-plans",
                "inspector2.status",
                "access-analyzer.analyzers",
                "cloudtrail.trails",
                "config.recorders",
                "config.delivery-channels",
                "securityhub.hub",
                "securityhub.standards",
                "cloudwatch.alarms",
                "sns.alarm-subscriptions",
                "events.rules",
                "logs.metric-filters",
                "ssm.session-preferences",
                "s3.account-public-access",
                "s3.buckets",
                "s3.bucket-policy-statements",
                "rds.instances",
                "rds.clusters",
                "rds.tls-parameters",
                "acm.certificates",
                "backup.vaults",
                "backup.protected-resources",
                "backup.plans",
                "efs.file-systems",
                "redshift.clusters",
                "redshift.tls-parameters",
                "opensearch.domains",
                "cloudfront.distributions",
                "outposts.outposts",
                "snowball.clusters");

        members(
                "names the item, or is made of what does",
                "Id",
                "Arn",
                "ARN",
                "arn",
                "key",
                "KeyId",
                "KeyArn",
                "PermissionSetArn",
                "GroupId",
                "SecurityGroupArn",
                "NetworkAclId",
                "ServicePrincipal",
                "group_id",
                "user_id",
                "UserId",
                "IdentityStoreId",
                "network_acl_id",
                "analyzer",
                "SerialNumber",
                "ServiceSpecificCredentialId",
                "ServiceUserName",
                "ServiceCredentialAlias");
        members("whose it is: the account stands beside it", "OwnerId", "ownerId", "account", "OrganizationId");
        members(
                "a time at which AWS made or last wrote it, which the night of the change tells",
                "JoinedTimestamp",
                "DelegationEnabledDate",
                "DateEnabled",
                "CreateDate",
                "UpdateDate",
                "created",
                "createdAt",
                "CreatedAt",
                "UpdatedAt",
                "updatedAt",
                "user_creation_time",
                "cert_1_last_rotated",
                "cert_2_last_rotated");
        members("who wrote it, which AWS gives by an id of its own", "CreatedBy", "UpdatedBy");
        members("names it in another directory", "ExternalIds");
        members("about a person, and no right depends on it", "NickName", "ProfileUrl", "Emails", "Addresses");
        members("about a person, and no right depends on it", "PhoneNumbers", "UserType", "Title", "Locale");
        members("about a person, and no right depends on it", "PreferredLanguage", "Timezone", "Photos");
        members("about a person, and no right depends on it", "Website", "Birthdate");
        members(
                "moves on by itself",
                "RoleLastUsed",
                "password_last_used",
                "password_next_rotation",
                "last_used_date",
                "last_used_region",
                "last_used_service",
                "kms.keys.NextRotationDate",
                "kms.keys.OnDemandRotationStartDate");
        members(
                "counts the holders, each of which tells its policies",
                "AttachmentCount",
                "PermissionsBoundaryUsageCount");
        members("a person changes his own password, as the policy has him do", "password_last_changed");
        members(
                "is told by the access keys",
                "access_key_1_active",
                "access_key_1_last_rotated",
                "access_key_1_last_used_date",
                "access_key_1_last_used_region",
                "access_key_1_last_used_service",
                "access_key_2_active",
                "access_key_2_last_rotated",
                "access_key_2_last_used_date",
                "access_key_2_last_used_region",
                "access_key_2_last_used_service");
        members("holds what the members beside it hold, as text", "columns");
        members("a secret, which AWS lists nowhere", "Base32StringSeed", "QRCodePNG");
        members("is another at every write, whatever was written", "LockToken");
        members("follows from members that are compared", "parent", "ancestors", "content_digest", "rule_groups");
        members("follows from members that are compared", "all_traffic", "source_kind", "anywhere", "open_tcp", "root");
        members("is the same in all items of its kind, or never changes", "Type", "AwsManaged", "JoinedMethod");
        members("is the same in all items of its kind, or never changes", "PolicyName", "IsAttachable", "name");
        members("stands in the key", "Path", "UserName", "GroupName", "RoleName", "Name", "ruleName", "user", "slot");
        members("cannot be changed once the item is there", "Description", "ApplicationIntegrationURL");
        members("is told by the item that it belongs to", "vpc_id", "group_name", "is_default", "subnets", "Entries");
        members("is compared rule by rule in ec2.network-rules", "IpPermissions", "IpPermissionsEgress");
        members("labels for sorting and cost, which no right depends on", "Tags", "tags");
        members("profiles of machines that carry the role: they give the role no right", "InstanceProfileList");
        members("is told by the accounts", "organizations.delegated-administrators.Email");
        members("is told by the accounts", "organizations.delegated-administrators.Status");
        members("is read as State, which AWS gives in its place", "organizations.accounts.Status");
        members("is told by the accounts", "organizations.delegated-administrators.State");
    }

    private LeftOut() {}

    private static void readings(String why, String... keys) {
        List.of(keys).forEach(key -> READINGS.put(key, why));
    }

    private static void members(String why, String... names) {
        List.of(names).forEach(name -> MEMBERS.put(name, why));
    }
}
