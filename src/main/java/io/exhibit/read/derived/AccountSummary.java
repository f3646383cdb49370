package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Items;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The counts of GetAccountSummary as members, so that a typo in an expression is caught when the mapping is checked. */
final class AccountSummary implements Derivation {

    /** What IAM counts, as far as this version knows (IAM API reference, GetAccountSummary). */
    static final List<String> COUNTS = List.of(
            "AccessKeysPerUserQuota",
            "AccountAccessKeysPresent",
            "AccountMFAEnabled",
            "AccountPasswordPresent",
            "AccountSigningCertificatesPresent",
            "AssumeRolePolicySizeQuota",
            "AttachedPoliciesPerGroupQuota",
            "AttachedPoliciesPerRoleQuota",
            "AttachedPoliciesPerUserQuota",
            "GlobalEndpointTokenVersion",
            "GroupPolicySizeQuota",
            "Groups",
            "GroupsPerUserQuota",
            "GroupsQuota",
            "InstanceProfiles",
            "InstanceProfilesQuota",
            "MFADevices",
            "MFADevicesInUse",
            "Policies",
            "PoliciesQuota",
            "PolicySizeQuota",
            "PolicyVersionsInUse",
            "PolicyVersionsInUseQuota",
            "Providers",
            "RolePolicySizeQuota",
            "Roles",
            "RolesQuota",
            "ServerCertificates",
            "ServerCertificatesQuota",
            "SigningCertificatesPerUserQuota",
            "UserPolicySizeQuota",
            "Users",
            "UsersQuota",
            "VersionsPerPolicyQuota");

    @Override
    public List<Member> members() {
        List<Member> members = new ArrayList<>();
        members.add(Made.text("account"));
        COUNTS.forEach(count -> members.add(Made.whole(count)));
        return members;
    }

    @Override
    public Maker maker(Site site) {
        return new Items(site, (counts, piece) -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("account", site.target().account());
            members.putAll(counts);
            return members;
        });
    }
}
