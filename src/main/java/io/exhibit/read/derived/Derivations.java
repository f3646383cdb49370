package io.exhibit.read.derived;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.Target;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Items;
import io.exhibit.read.records.JoinedItems;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Out;
import io.exhibit.read.records.Site;
import java.util.List;
import java.util.Map;

/** Every derivation there is, by the key of its reading. To add one: one class, one line here. */
public final class Derivations {

    private static final Map<String, Derivation> ALL = Map.ofEntries(
            Map.entry("organizations.units", new OrganizationUnits()),
            Map.entry("organizations.accounts", new OrganizationAccounts()),
            Map.entry("organizations.resource-policies", new ResourcePolicies()),
            Map.entry("organizations.effective-scps", new EffectivePolicies()),
            Map.entry("account.alternate-contacts", new AlternateContacts()),
            Map.entry("iam.credential-report", new CredentialReport()),
            Map.entry("iam.access-keys", new AccessKeys()),
            Map.entry("iam.credential-report-state", new CredentialReportState()),
            Map.entry("iam.account-summary", new AccountSummary()),
            Map.entry("iam.password-policy", new AccountSetting()),
            Map.entry("iam.authorization-details-state", new AuthorizationDetailsState()),
            Map.entry("iam.policy-statements", new PolicyStatements()),
            Map.entry("iam.principals", new Principals()),
            Map.entry("iam.role-trusts", new RoleTrusts()),
            Map.entry("iam.identity-providers", new IdentityProviders()),
            Map.entry("iam.root-access", new AccountSetting()),
            Map.entry("iam.virtual-mfa-devices", new VirtualMfaDevices()),
            Map.entry("sso.assignments", new Assignments()),
            Map.entry("sso.account-access", new AccountAccess()),
            Map.entry("sso.group-members", new GroupMembers()),
            Map.entry("artifact.reports", new ArtifactReports()),
            Map.entry("artifact.report-versions", new ReportVersions()),
            Map.entry("s3.account-public-access", new AccountSetting()),
            Map.entry("s3.bucket-policy-statements", new BucketPolicyStatements()),
            Map.entry("rds.tls-parameters", new DatabaseParameters()),
            Map.entry("redshift.tls-parameters", new WarehouseParameters()),
            Map.entry("kms.keys", new Keys()),
            Map.entry("kms.key-policy-statements", new KeyPolicyStatements()),
            Map.entry("ec2.network-rules", new NetworkRules()),
            Map.entry("ec2.network-acl-entries", new NetworkAclEntries()),
            Map.entry("ebs.settings", new EbsSettings()),
            Map.entry("wafv2.web-acls", new WebAcls()),
            Map.entry("wafv2.cloudfront-web-acls", new WebAcls()),
            Map.entry("shield.subscriptions", new ShieldSubscriptions()),
            Map.entry("guardduty.findings", new GuardDutyFindings()),
            Map.entry("guardduty.listed-findings", new ListedFindings()),
            Map.entry("inspector2.coverage", new InspectorCoverage()),
            Map.entry("inspector2.unscanned", new UnscannedResources()),
            Map.entry("access-analyzer.archive-rules", new ArchiveRules()),
            Map.entry("cloudtrail.events", new CloudTrailEvents()),
            Map.entry("securityhub.hub", new AccountSetting()),
            Map.entry("sns.alarm-subscriptions", new AlarmSubscriptions()),
            Map.entry("logs.metric-filters", new MetricFilters()),
            Map.entry("ssm.session-preferences", new SessionPreferences()));

    private Derivations() {}

    /** How the reading's records are made. */
    public static Derivation of(Reading reading) {
        Derivation derivation = ALL.get(reading.derivation());
        if (derivation == null) {
            throw new IllegalArgumentException("nothing derives " + reading.derivation());
        }
        return derivation;
    }

    /** Whether policies or other documents within the answers are read for it. */
    public static boolean readsDocuments(Reading reading) {
        return !reading.derivation().isEmpty() && of(reading).readsDocuments();
    }

    /** Whether answers in which the key of a record does not stand have no part in that record. */
    public static boolean readsByKey(Reading reading) {
        return reading.derivation().isEmpty()
                ? reading.details().isEmpty()
                : of(reading).readsByKey();
    }

    /** Makes its records as they come; gaps of its calls are in {@code gaps}, and {@code out} is where they go. */
    public static Maker maker(Reading reading, Target target, List<Gap> gaps, Out out) {
        Site site = new Site(reading, target, gaps, out);
        if (!reading.derivation().isEmpty()) {
            return of(reading).maker(site);
        }
        return reading.details().isEmpty() ? new Items(site, (members, piece) -> members) : new JoinedItems(site);
    }
}
