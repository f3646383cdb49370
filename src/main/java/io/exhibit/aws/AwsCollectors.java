package io.exhibit.aws;

import io.exhibit.aws.artifact.ArtifactAgreements;
import io.exhibit.aws.artifact.ArtifactReports;
import io.exhibit.aws.artifact.ArtifactVersions;
import io.exhibit.aws.detection.AccessAnalyzerFindings;
import io.exhibit.aws.detection.AccessAnalyzers;
import io.exhibit.aws.detection.ArchiveRules;
import io.exhibit.aws.detection.GuardDutyDetectors;
import io.exhibit.aws.detection.GuardDutyFilters;
import io.exhibit.aws.detection.GuardDutyFindings;
import io.exhibit.aws.detection.GuardDutyMembers;
import io.exhibit.aws.detection.InspectorCoverage;
import io.exhibit.aws.detection.InspectorFilters;
import io.exhibit.aws.detection.InspectorFindings;
import io.exhibit.aws.detection.InspectorStatus;
import io.exhibit.aws.detection.MalwarePlans;
import io.exhibit.aws.identity.IamAccountSummary;
import io.exhibit.aws.identity.IamAuthorizationDetails;
import io.exhibit.aws.identity.IamCredentialReport;
import io.exhibit.aws.identity.IamIdentityProviders;
import io.exhibit.aws.identity.IamPasswordPolicy;
import io.exhibit.aws.identity.IamRootAccess;
import io.exhibit.aws.identity.IamServiceCredentials;
import io.exhibit.aws.identity.IamVirtualMfaDevices;
import io.exhibit.aws.identity.IdentityCenter;
import io.exhibit.aws.identity.ReportWait;
import io.exhibit.aws.identity.SessionPreferences;
import io.exhibit.aws.logging.CloudTrailEvents;
import io.exhibit.aws.logging.CloudTrailTrails;
import io.exhibit.aws.logging.CloudWatchAlarms;
import io.exhibit.aws.logging.ConfigRecorders;
import io.exhibit.aws.logging.ConfigResources;
import io.exhibit.aws.logging.EventBridgeRules;
import io.exhibit.aws.logging.MetricFilters;
import io.exhibit.aws.logging.SecurityHub;
import io.exhibit.aws.network.ClassicLoadBalancers;
import io.exhibit.aws.network.EbsSettings;
import io.exhibit.aws.network.EbsSnapshots;
import io.exhibit.aws.network.EbsVolumes;
import io.exhibit.aws.network.Ec2FlowLogs;
import io.exhibit.aws.network.Ec2NetworkAcls;
import io.exhibit.aws.network.Ec2NetworkInterfaces;
import io.exhibit.aws.network.Ec2SecurityGroups;
import io.exhibit.aws.network.Ec2Vpcs;
import io.exhibit.aws.network.LoadBalancers;
import io.exhibit.aws.network.ShieldSubscription;
import io.exhibit.aws.network.TargetGroups;
import io.exhibit.aws.network.WebAcls;
import io.exhibit.aws.organization.AlternateContacts;
import io.exhibit.aws.organization.CallerIdentity;
import io.exhibit.aws.organization.Delegations;
import io.exhibit.aws.organization.Ec2Regions;
import io.exhibit.aws.organization.Organizations;
import io.exhibit.aws.organization.ResourceControlPolicies;
import io.exhibit.aws.storage.AcmCertificates;
import io.exhibit.aws.storage.BackupPlans;
import io.exhibit.aws.storage.BackupVaults;
import io.exhibit.aws.storage.CloudFrontDistributions;
import io.exhibit.aws.storage.EfsFileSystems;
import io.exhibit.aws.storage.KmsKeys;
import io.exhibit.aws.storage.OpenSearchDomains;
import io.exhibit.aws.storage.Outposts;
import io.exhibit.aws.storage.RdsDatabases;
import io.exhibit.aws.storage.RdsSnapshots;
import io.exhibit.aws.storage.RedshiftClusters;
import io.exhibit.aws.storage.S3AccountAccess;
import io.exhibit.aws.storage.S3Buckets;
import io.exhibit.aws.storage.SnowDevices;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Source;
import java.util.List;

/** Every source there is, in the order in which it is collected. To add one: one class, one line here. */
public final class AwsCollectors {

    private AwsCollectors() {}

    /** What the sources declare; makes no client. */
    public static List<Source> sources() {
        return List.of(
                CallerIdentity.SOURCE,
                Organizations.SOURCE,
                ResourceControlPolicies.SOURCE,
                Delegations.SOURCE,
                AlternateContacts.SOURCE,
                Ec2Regions.SOURCE,
                IamCredentialReport.SOURCE,
                IamAccountSummary.SOURCE,
                IamPasswordPolicy.SOURCE,
                IamAuthorizationDetails.SOURCE,
                IamIdentityProviders.SOURCE,
                IamRootAccess.SOURCE,
                IamVirtualMfaDevices.SOURCE,
                IamServiceCredentials.SOURCE,
                IdentityCenter.SOURCE,
                ArtifactReports.SOURCE,
                ArtifactVersions.SOURCE,
                ArtifactAgreements.SOURCE,
                KmsKeys.SOURCE,
                Ec2SecurityGroups.SOURCE,
                Ec2NetworkAcls.SOURCE,
                Ec2Vpcs.SOURCE,
                Ec2FlowLogs.SOURCE,
                Ec2NetworkInterfaces.SOURCE,
                EbsSettings.SOURCE,
                EbsVolumes.SOURCE,
                EbsSnapshots.SOURCE,
                LoadBalancers.SOURCE,
                TargetGroups.SOURCE,
                ClassicLoadBalancers.SOURCE,
                WebAcls.REGIONAL,
                WebAcls.CLOUDFRONT,
                ShieldSubscription.SOURCE,
                GuardDutyDetectors.SOURCE,
                GuardDutyFindings.SOURCE,
                InspectorStatus.SOURCE,
                InspectorFindings.SOURCE,
                AccessAnalyzers.SOURCE,
                AccessAnalyzerFindings.SOURCE,
                GuardDutyFilters.SOURCE,
                GuardDutyMembers.SOURCE,
                MalwarePlans.SOURCE,
                InspectorCoverage.SOURCE,
                InspectorFilters.SOURCE,
                ArchiveRules.SOURCE,
                CloudTrailTrails.SOURCE,
                CloudTrailEvents.SOURCE,
                ConfigRecorders.SOURCE,
                ConfigResources.SOURCE,
                SecurityHub.SOURCE,
                CloudWatchAlarms.SOURCE,
                EventBridgeRules.SOURCE,
                MetricFilters.SOURCE,
                SessionPreferences.SOURCE,
                S3AccountAccess.SOURCE,
                S3Buckets.SOURCE,
                RdsDatabases.SOURCE,
                RdsSnapshots.SOURCE,
                AcmCertificates.SOURCE,
                BackupVaults.SOURCE,
                BackupPlans.SOURCE,
                EfsFileSystems.SOURCE,
                RedshiftClusters.SOURCE,
                OpenSearchDomains.SOURCE,
                CloudFrontDistributions.SOURCE,
                Outposts.SOURCE,
                SnowDevices.SOURCE);
    }

    /**
     * A collector for every source, in the same order.
     *
     * @param landscape filled by those that see accounts and regions
     * @param wait how long a credential report may take
     */
    public static List<Collector> all(AwsClients clients, AwsLandscape landscape, ReportWait wait) {
        return List.of(
                new CallerIdentity(clients),
                new Organizations(clients, landscape),
                new ResourceControlPolicies(clients),
                new Delegations(clients),
                new AlternateContacts(clients),
                new Ec2Regions(clients, landscape),
                new IamCredentialReport(clients, wait),
                new IamAccountSummary(clients),
                new IamPasswordPolicy(clients),
                new IamAuthorizationDetails(clients),
                new IamIdentityProviders(clients),
                new IamRootAccess(clients),
                new IamVirtualMfaDevices(clients),
                new IamServiceCredentials(clients),
                new IdentityCenter(clients, landscape),
                new ArtifactReports(clients),
                new ArtifactVersions(clients),
                new ArtifactAgreements(clients),
                new KmsKeys(clients),
                new Ec2SecurityGroups(clients),
                new Ec2NetworkAcls(clients),
                new Ec2Vpcs(clients),
                new Ec2FlowLogs(clients),
                new Ec2NetworkInterfaces(clients),
                new EbsSettings(clients),
                new EbsVolumes(clients),
                new EbsSnapshots(clients),
                new LoadBalancers(clients),
                new TargetGroups(clients),
                new ClassicLoadBalancers(clients),
                WebAcls.regional(clients),
                WebAcls.ofCloudFront(clients),
                new ShieldSubscription(clients),
                new GuardDutyDetectors(clients),
                new GuardDutyFindings(clients),
                new InspectorStatus(clients),
                new InspectorFindings(clients),
                new AccessAnalyzers(clients),
                new AccessAnalyzerFindings(clients),
                new GuardDutyFilters(clients),
                new GuardDutyMembers(clients),
                new MalwarePlans(clients),
                new InspectorCoverage(clients),
                new InspectorFilters(clients),
                new ArchiveRules(clients),
                new CloudTrailTrails(clients),
                new CloudTrailEvents(clients),
                new ConfigRecorders(clients),
                new ConfigResources(clients),
                new SecurityHub(clients),
                new CloudWatchAlarms(clients),
                new EventBridgeRules(clients),
                new MetricFilters(clients),
                new SessionPreferences(clients),
                new S3AccountAccess(clients),
                new S3Buckets(clients),
                new RdsDatabases(clients),
                new RdsSnapshots(clients),
                new AcmCertificates(clients),
                new BackupVaults(clients),
                new BackupPlans(clients),
                new EfsFileSystems(clients),
                new RedshiftClusters(clients),
                new OpenSearchDomains(clients),
                new CloudFrontDistributions(clients),
                new Outposts(clients),
                new SnowDevices(clients));
    }
}
