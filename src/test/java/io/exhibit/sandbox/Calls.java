package io.exhibit.sandbox;

import io.exhibit.sandbox.Probe.Reply;
import io.exhibit.sandbox.wire.Digest;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One lawful request for each operation of the sandbox, for the account claims-prod where it is not for the organization. */
final class Calls {
    static final Instant NOON = Instant.parse("2026-10-14T12:00:00Z");
    static final Set<String> PAGED = Set.of(
            "iam.GetAccountAuthorizationDetails",
            "iam.ListUsers",
            "iam.ListVirtualMFADevices",
            "iam.ListServiceSpecificCredentials",
            "organizations.ListRoots",
            "organizations.ListOrganizationalUnitsForParent",
            "organizations.ListAccounts",
            "organizations.ListAccountsForParent",
            "organizations.ListPolicies",
            "organizations.ListTargetsForPolicy",
            "organizations.ListDelegatedAdministrators",
            "organizations.ListDelegatedServicesForAccount",
            "organizations.ListAWSServiceAccessForOrganization",
            "ec2.DescribeSecurityGroups",
            "kms.ListKeys",
            "kms.ListAliases",
            "artifact.ListReports",
            "artifact.ListCustomerAgreements",
            "guardduty.ListDetectors",
            "guardduty.ListFindings",
            "inspector2.ListFindings",
            "access-analyzer.ListAnalyzers",
            "access-analyzer.ListFindingsV2",
            "access-analyzer.GetFindingV2",
            "access-analyzer.ListArchiveRules",
            "guardduty.ListFilters",
            "guardduty.ListMembers",
            "guardduty.ListMalwareProtectionPlans",
            "inspector2.ListCoverage",
            "inspector2.ListCoverageStatistics",
            "inspector2.ListFilters",
            "cloudtrail.LookupEvents",
            "config.GetDiscoveredResourceCounts",
            "securityhub.GetEnabledStandards",
            "monitoring.DescribeAlarms",
            "events.ListRules",
            "events.ListTargetsByRule",
            "logs.DescribeMetricFilters",
            "sns.ListSubscriptionsByTopic",
            "s3.ListBuckets",
            "rds.DescribeDBInstances",
            "rds.DescribeDBClusters",
            "rds.DescribeDBParameters",
            "rds.DescribeDBClusterParameters",
            "rds.DescribeDBSnapshots",
            "rds.DescribeDBClusterSnapshots",
            "acm.ListCertificates",
            "backup.ListBackupVaults",
            "backup.ListBackupPlans",
            "backup.ListProtectedResources",
            "backup.ListRestoreJobs",
            "elasticfilesystem.DescribeFileSystems",
            "redshift.DescribeClusters",
            "redshift.DescribeClusterParameters",
            "cloudfront.ListDistributions",
            "outposts.ListOutposts",
            "snowball.ListJobs",
            "snowball.ListClusters",
            "sso.ListInstances",
            "sso.ListPermissionSets",
            "sso.ListAccountsForProvisionedPermissionSet",
            "sso.ListAccountAssignments",
            "identitystore.ListGroups",
            "identitystore.ListGroupMemberships",
            "identitystore.ListUsers");

    interface Call {
        Reply on(Probe probe) throws Exception;
    }

    private Calls() {}

    static World world(Instant now) {
        return new World(new Digest(1), now, new World.Size(7, 3, 0, 0, false, 0, false));
    }

    static Map<String, Call> all() {
        return Made.ALL;
    }

    /** Once: a world is made for it, and some tests look each call up again. */
    private static final class Made {
        static final Map<String, Call> ALL = Collections.unmodifiableMap(make());
    }

    private static Map<String, Call> make() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("sts.GetCallerIdentity", probe -> probe.query("sts", "GetCallerIdentity", Map.of()));
        calls.put(
                "sts.AssumeRole",
                probe -> probe.query(
                        "sts",
                        "AssumeRole",
                        Map.of(
                                "RoleArn",
                                "arn:aws:iam::222233334444:role/ExhibitCollector",
                                "RoleSessionName",
                                "exhibit")));
        for (String name : new String[] {
            "GenerateCredentialReport",
            "GetCredentialReport",
            "GetAccountSummary",
            "GetAccountPasswordPolicy",
            "GetAccountAuthorizationDetails",
            "ListSAMLProviders",
            "ListOpenIDConnectProviders",
            "ListUsers",
            "ListVirtualMFADevices"
        }) {
            calls.put("iam." + name, probe -> probe.in(Accounts.PORTAL).query("iam", name, Map.of()));
        }
        calls.put(
                "iam.ListServiceSpecificCredentials",
                probe -> claims(probe).query("iam", "ListServiceSpecificCredentials", Map.of("AllUsers", "true")));
        calls.put(
                "account.GetAlternateContact",
                probe -> claims(probe)
                        .post("account", "/getAlternateContact", "{\"AlternateContactType\":\"SECURITY\"}"));
        calls.put("iam.ListOrganizationsFeatures", probe -> probe.query("iam", "ListOrganizationsFeatures", Map.of()));
        calls.put("ec2.DescribeRegions", probe -> claims(probe).query("ec2", "DescribeRegions", Map.of()));
        calls.put(
                "ec2.DescribeSecurityGroups", probe -> claims(probe).query("ec2", "DescribeSecurityGroups", Map.of()));
        addOrganizations(calls);
        addKms(calls);
        addFindings(calls);
        addDetection(calls);
        addLogging(calls);
        addArtifact(calls);
        calls.putAll(NetworkCalls.all());
        StorageCalls.add(calls);
        SignOnCalls.add(calls);
        return calls;
    }

    private static void addOrganizations(Map<String, Call> calls) {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("DescribeOrganization", "{}");
        bodies.put("ListRoots", "{}");
        bodies.put("ListOrganizationalUnitsForParent", "{\"ParentId\":\"r-ex1b\"}");
        bodies.put("ListAccounts", "{}");
        bodies.put("ListAccountsForParent", "{\"ParentId\":\"ou-ex1b-pr0duct1\"}");
        bodies.put("ListPolicies", "{\"Filter\":\"SERVICE_CONTROL_POLICY\"}");
        bodies.put("DescribePolicy", "{\"PolicyId\":\"p-keepl0gs1\"}");
        bodies.put("ListTargetsForPolicy", "{\"PolicyId\":\"p-keepl0gs1\"}");
        bodies.put("ListDelegatedAdministrators", "{}");
        bodies.put("ListDelegatedServicesForAccount", "{\"AccountId\":\"222233334444\"}");
        bodies.put("ListAWSServiceAccessForOrganization", "{}");
        bodies.forEach((name, body) -> calls.put(
                "organizations." + name,
                probe -> probe.json("organizations", "AWSOrganizationsV20161128." + name, body)));
    }

    private static void addKms(Map<String, Call> calls) {
        String key = "{\"KeyId\":\""
                + world(NOON).keys(Accounts.CLAIMS, "us-east-1").get(2).id() + "\"}";
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("ListKeys", "{}");
        bodies.put("ListAliases", "{}");
        bodies.put("DescribeKey", key);
        bodies.put("GetKeyRotationStatus", key);
        bodies.put("GetKeyPolicy", key);
        bodies.forEach((name, body) ->
                calls.put("kms." + name, probe -> claims(probe).json("kms", "TrentService." + name, body)));
    }

    private static void addFindings(Map<String, Call> calls) {
        World world = world(NOON);
        String detector =
                "/detector/" + world.detector(Accounts.CLAIMS, "us-east-1").orElseThrow();
        String threat = world.threats(Accounts.CLAIMS, "us-east-1").get(0).id();
        calls.put("guardduty.ListDetectors", probe -> claims(probe).get("guardduty", "/detector"));
        calls.put("guardduty.GetDetector", probe -> claims(probe).get("guardduty", detector));
        calls.put("guardduty.ListFindings", probe -> claims(probe).post("guardduty", detector + "/findings", "{}"));
        calls.put(
                "guardduty.GetFindings",
                probe -> claims(probe)
                        .post("guardduty", detector + "/findings/get", "{\"findingIds\":[\"" + threat + "\"]}"));
        calls.put(
                "inspector2.BatchGetAccountStatus",
                probe -> claims(probe).post("inspector2", "/status/batch/get", "{}"));
        calls.put("inspector2.ListFindings", probe -> claims(probe).post("inspector2", "/findings/list", "{}"));
        String analyzer = world.analyzers(Accounts.CLAIMS, "us-east-1").get(0).arn();
        String exposure = world.exposures(
                        Accounts.CLAIMS,
                        world.analyzers(Accounts.CLAIMS, "us-east-1").get(0))
                .get(0)
                .id();
        calls.put("access-analyzer.ListAnalyzers", probe -> claims(probe).get("access-analyzer", "/analyzer"));
        calls.put(
                "access-analyzer.ListFindingsV2",
                probe -> claims(probe).post("access-analyzer", "/findingv2", "{\"analyzerArn\":\"" + analyzer + "\"}"));
        calls.put(
                "access-analyzer.GetFindingV2",
                probe -> claims(probe).get("access-analyzer", "/findingv2/" + exposure + "?analyzerArn=" + analyzer));
    }

    private static void addDetection(Map<String, Call> calls) {
        World world = world(NOON);
        String detector =
                "/detector/" + world.detector(Accounts.CLAIMS, "us-east-1").orElseThrow();
        String plan = world.malwarePlans(Accounts.CLAIMS, "us-east-1").get(0).id();
        Map<String, String> gets = new LinkedHashMap<>();
        gets.put("guardduty.ListFilters", detector + "/filter");
        gets.put("guardduty.GetFilter", detector + "/filter/own-scanner");
        gets.put("guardduty.ListMembers", detector + "/member");
        gets.put("guardduty.ListMalwareProtectionPlans", "/malware-protection-plan");
        gets.put("guardduty.GetMalwareProtectionPlan", "/malware-protection-plan/" + plan);
        gets.put("access-analyzer.GetAnalyzer", "/analyzer/unused-access");
        gets.put("access-analyzer.ListArchiveRules", "/analyzer/external-access/archive-rule");
        gets.forEach((name, path) ->
                calls.put(name, probe -> claims(probe).get(name.substring(0, name.indexOf('.')), path)));
        calls.put("inspector2.ListCoverage", probe -> claims(probe).post("inspector2", "/coverage/list", "{}"));
        calls.put(
                "inspector2.ListCoverageStatistics",
                probe -> claims(probe)
                        .post("inspector2", "/coverage/statistics/list", "{\"groupBy\":\"SCAN_STATUS_CODE\"}"));
        calls.put("inspector2.ListFilters", probe -> claims(probe).post("inspector2", "/filters/list", "{}"));
    }

    private static void addLogging(Map<String, Call> calls) {
        String trail = world(NOON)
                .journal()
                .trails(Accounts.CLAIMS, "us-east-1")
                .get(0)
                .arn();
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("cloudtrail.com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails", "{}");
        bodies.put(
                "cloudtrail.com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.GetTrailStatus",
                "{\"Name\":\"" + trail + "\"}");
        bodies.put(
                "cloudtrail.com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.GetEventSelectors",
                "{\"TrailName\":\"" + trail + "\"}");
        bodies.put("cloudtrail.com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", "{}");
        bodies.put("config.StarlingDoveService.DescribeConfigurationRecorders", "{}");
        bodies.put("config.StarlingDoveService.DescribeConfigurationRecorderStatus", "{}");
        bodies.put("config.StarlingDoveService.DescribeDeliveryChannels", "{}");
        bodies.put("config.StarlingDoveService.DescribeDeliveryChannelStatus", "{}");
        bodies.put("config.StarlingDoveService.GetDiscoveredResourceCounts", "{}");
        bodies.put("snowball.AWSIESnowballJobManagementService.ListJobs", "{}");
        bodies.put("snowball.AWSIESnowballJobManagementService.ListClusters", "{}");
        bodies.put("ssm.AmazonSSM.GetDocument", "{\"Name\":\"SSM-SessionManagerRunShell\"}");
        bodies.put("logs.Logs_20140328.DescribeMetricFilters", "{}");
        bodies.put("events.AWSEvents.ListRules", "{}");
        bodies.put("events.AWSEvents.ListTargetsByRule", "{\"Rule\":\"guardduty-findings\"}");
        bodies.forEach((name, body) -> {
            String service = name.substring(0, name.indexOf('.'));
            String target = name.substring(service.length() + 1);
            calls.put(
                    service + name.substring(name.lastIndexOf('.')),
                    probe -> claims(probe).json(service, target, body));
        });
        calls.put("securityhub.DescribeHub", probe -> claims(probe).get("securityhub", "/accounts"));
        calls.put(
                "securityhub.GetEnabledStandards", probe -> claims(probe).post("securityhub", "/standards/get", "{}"));
        calls.put(
                "sns.ListSubscriptionsByTopic",
                probe -> claims(probe)
                        .query(
                                "sns",
                                "ListSubscriptionsByTopic",
                                Map.of("TopicArn", "arn:aws:sns:us-east-1:" + Accounts.CLAIMS + ":security-alarms")));
        calls.put("monitoring.DescribeAlarms", probe -> claims(probe).query("monitoring", "DescribeAlarms", Map.of()));
    }

    private static void addArtifact(Map<String, Call> calls) {
        String report = "?reportId=" + world(NOON).reports().get(0).id();
        calls.put("artifact.ListReports", probe -> probe.get("artifact", "/v1/report/list"));
        calls.put("artifact.GetReportMetadata", probe -> probe.get("artifact", "/v1/report/getMetadata" + report));
        calls.put("artifact.GetTermForReport", probe -> probe.get("artifact", "/v1/report/getTermForReport" + report));
        calls.put("artifact.GetReport", probe -> {
            String token = probe.get("artifact", "/v1/report/getTermForReport" + report)
                    .json()
                    .path("termToken")
                    .asText();
            return probe.get("artifact", "/v1/report/get" + report + "&termToken=" + token);
        });
        calls.put("artifact.ListCustomerAgreements", probe -> probe.get("artifact", "/v1/customer-agreement/list"));
    }

    private static Probe claims(Probe probe) {
        return probe.in(Accounts.CLAIMS);
    }
}
