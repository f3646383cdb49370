package io.exhibit.evaluate.changes;

import static io.exhibit.evaluate.changes.Watch.beside;
import static io.exhibit.evaluate.changes.Watch.of;

import io.exhibit.evidence.Catalog;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is watched for changes, in the order in which it is printed. What is not, and why, is in {@link LeftOut}; a test holds
 * both against the record types.
 */
public final class Watched {

    private static final String USERS = "IAM users";
    private static final String GROUPS = "IAM groups";
    private static final String ROLES = "IAM roles";
    private static final String INLINE = "Holders of inline policies";
    private static final String TRUST = "policy AssumeRolePolicyDocument";
    private static final String ATTACHED = "AttachedManagedPolicies[].PolicyArn";
    private static final String BOUNDARY = "PermissionsBoundary.PermissionsBoundaryArn";
    /** Its rows are the users, whose coming and going the list of users tells, and the root user. */
    static final String CREDENTIALS = "iam.credential-report";

    static final String SUPPRESSION = "Suppression rules";
    private static final String ACLS = "Web ACLs";
    private static final String[] ACL = {
        "WebACL.DefaultAction",
        "WebACL.Description",
        "WebACL.Rules[Name]",
        "WebACL.PreProcessFirewallManagerRuleGroups[Name]",
        "WebACL.PostProcessFirewallManagerRuleGroups[Name]",
        "WebACL.DataProtectionConfig",
        "WebACL.AssociationConfig",
        "WebACL.TokenDomains",
        "ResourceArns",
        "logging",
        "LoggingConfiguration.LogDestinationConfigs",
        "LoggingConfiguration.RedactedFields",
        "LoggingConfiguration.LoggingFilter"
    };

    static final List<Watch> ALL = List.of(
            of("Accounts", "organizations.accounts", "Name", "Name", "Email", "State", "path")
                    .called("joined", "left"),
            of("Organizational units", "organizations.units", "Name", "Name", "parent"),
            of(
                    "Service control policies",
                    "organizations.policies",
                    "Name",
                    "Name",
                    "Description",
                    "policy Policy.Content",
                    "Targets[].TargetId"),
            of(
                    "Resource control policies",
                    "organizations.resource-policies",
                    "Name",
                    "Name",
                    "Description",
                    "policy Policy.Content",
                    "Targets[].TargetId"),
            of(
                    "Delegated administrators",
                    "organizations.delegated-administrators",
                    "Name",
                    "DelegatedServices[].ServicePrincipal"),
            of("Trusted services", "organizations.trusted-services", "").called("trusted", "no longer trusted"),
            of(USERS, "iam.users", "UserName", "UserId", ATTACHED, BOUNDARY, "Tags[Key].Value"),
            beside("Groups of a user", "iam.users", "UserName", "GroupList"),
            of(GROUPS, "iam.groups", "GroupName", "GroupId", ATTACHED),
            of(ROLES, "iam.roles", "RoleName", "RoleId", TRUST, ATTACHED, BOUNDARY, "Tags[Key].Value"),
            beside(INLINE, "iam.users", "UserName", "policy UserPolicyList[PolicyName].PolicyDocument"),
            beside(INLINE, "iam.groups", "GroupName", "policy GroupPolicyList[PolicyName].PolicyDocument"),
            beside(INLINE, "iam.roles", "RoleName", "policy RolePolicyList[PolicyName].PolicyDocument"),
            of(
                            "Customer managed policies",
                            "iam.policies",
                            "PolicyName",
                            "PolicyId",
                            "DefaultVersionId",
                            "policy PolicyVersionList[VersionId].Document")
                    .without("arn:aws:iam::aws:"),
            beside(
                    "Passwords and MFA of users",
                    CREDENTIALS,
                    "user",
                    "password_enabled",
                    "mfa_active",
                    "cert_1_active",
                    "cert_2_active",
                    "additional_credentials_info"),
            of("Access keys", "iam.access-keys", "user", "active", "last_rotated"),
            of("Virtual MFA devices", "iam.virtual-mfa-devices", "User.UserName", "User.Arn", "EnableDate"),
            of(
                    "Credentials for one service",
                    "iam.service-specific-credentials",
                    "UserName",
                    "ServiceName",
                    "Status",
                    "ExpirationDate"),
            of(
                    "Password policies",
                    "iam.password-policy",
                    "",
                    "present",
                    "MinimumPasswordLength",
                    "RequireSymbols",
                    "RequireNumbers",
                    "RequireUppercaseCharacters",
                    "RequireLowercaseCharacters",
                    "AllowUsersToChangePassword",
                    "ExpirePasswords",
                    "MaxPasswordAge",
                    "PasswordReusePrevention",
                    "HardExpiry"),
            of("Central root access", "iam.root-access", "", "present", "EnabledFeatures"),
            of("Identity providers", "iam.identity-providers", "name", "kind"),
            of(
                    "Permission sets",
                    "sso.permission-sets",
                    "PermissionSet.Name",
                    "PermissionSet.Name",
                    "PermissionSet.Description",
                    "PermissionSet.SessionDuration",
                    "PermissionSet.RelayState",
                    "AccountIds"),
            of(
                            "Identity Center assignments",
                            "sso.assignments",
                            "",
                            "AccountId",
                            "PermissionSetArn",
                            "PrincipalType",
                            "PrincipalId")
                    .called("given", "taken away"),
            of("Identity Center users", "sso.users", "UserName", "UserName", "DisplayName", "UserStatus"),
            of("Identity Center groups", "sso.groups", "DisplayName", "DisplayName", "Description"),
            of("Members of groups that open accounts", "sso.group-members", "user", "group", "user")
                    .called("joined", "left"),
            of(
                    "KMS keys",
                    "kms.keys",
                    "aliases",
                    "aliases",
                    "KeyMetadata.KeyState",
                    "KeyMetadata.DeletionDate",
                    "KeyMetadata.Description",
                    "KeyMetadata.KeyManager",
                    "KeyMetadata.KeySpec",
                    "KeyMetadata.Origin",
                    "KeyMetadata.ExpirationModel",
                    "KeyMetadata.ValidTo",
                    "KeyMetadata.MultiRegionConfiguration",
                    "KeyRotationEnabled",
                    "RotationPeriodInDays",
                    "policy Policy"),
            of("Security groups", "ec2.security-groups", "GroupName", "GroupName", "Description", "VpcId"),
            of(
                            "Security group rules",
                            "ec2.network-rules",
                            "group_name",
                            "direction",
                            "protocol",
                            "from_port",
                            "to_port",
                            "source",
                            "description")
                    .called("opened", "closed"),
            of("Network ACLs", "ec2.network-acls", "", "VpcId", "IsDefault", "Associations[].SubnetId"),
            of(
                            "Network ACL entries",
                            "ec2.network-acl-entries",
                            "",
                            "direction",
                            "rule_number",
                            "action",
                            "protocol",
                            "from_port",
                            "to_port",
                            "source")
                    .called("added", "gone"),
            of(ACLS, "wafv2.web-acls", "Name", ACL),
            of(ACLS, "wafv2.cloudfront-web-acls", "Name", ACL),
            of(SUPPRESSION, "guardduty.filters", "", "Description", "Action", "Rank", "FindingCriteria"),
            of(SUPPRESSION, "inspector2.filters", "name", "name", "action", "criteria", "description", "reason"),
            of(SUPPRESSION, "access-analyzer.archive-rules", "ruleName", "filter"));

    private Watched() {}

    /** The watched readings of each source that has any, in the order of the catalog. */
    public static Map<String, List<String>> bySource(Catalog catalog) {
        Set<String> watched = ALL.stream().map(Watch::reading).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, List<String>> sources = new LinkedHashMap<>();
        catalog.sources().forEach(source -> {
            List<String> readings = source.readings().stream()
                    .map(reading -> reading.key())
                    .filter(watched::contains)
                    .toList();
            if (!readings.isEmpty()) {
                sources.put(source.key(), readings);
            }
        });
        return sources;
    }
}
