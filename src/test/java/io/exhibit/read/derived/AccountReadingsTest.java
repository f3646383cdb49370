package io.exhibit.read.derived;

import static org.assertj.core.api.Assertions.assertThat;

import io.exhibit.evidence.Cause;
import io.exhibit.read.StoredRun;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

class AccountReadingsTest {

    @Test
    void theAccountSummaryIsARecordOfItsCounts() {
        StoredRun.Read read = StoredRun.of("iam.account-summary")
                .iam(
                        "GetAccountSummary",
                        "<SummaryMap><entry><key>AccountMFAEnabled</key><value>1</value></entry>"
                                + "<entry><key>Users</key><value>27</value></entry></SummaryMap>")
                .read("iam.account-summary");
        assertThat(read.members())
                .containsExactly(Map.of("account", "333344445555", "AccountMFAEnabled", 1L, "Users", 27L));
    }

    @Test
    void everyCountThatTheSdkKnowsIsAMember() {
        assertThat(AccountSummary.COUNTS)
                .containsAll(SummaryKeyType.knownValues().stream()
                        .map(SummaryKeyType::toString)
                        .toList());
    }

    @Test
    void aPasswordPolicyIsPresent() {
        StoredRun.Read read = StoredRun.of("iam.password-policy")
                .iam(
                        "GetAccountPasswordPolicy",
                        "<PasswordPolicy><MinimumPasswordLength>14</MinimumPasswordLength>"
                                + "<ExpirePasswords>false</ExpirePasswords></PasswordPolicy>")
                .read("iam.password-policy");
        assertThat(read.members())
                .containsExactly(Map.of(
                        "account",
                        "333344445555",
                        "present",
                        true,
                        "MinimumPasswordLength",
                        14L,
                        "ExpirePasswords",
                        false));
    }

    @Test
    void noPasswordPolicyIsAFactAndNotAGap() {
        StoredRun.Read read = StoredRun.of("iam.password-policy")
                .fact("iam:GetAccountPasswordPolicy", "NoSuchEntity")
                .read("iam.password-policy");
        assertThat(read.only().known()).isTrue();
        assertThat(read.members()).containsExactly(Map.of("account", "333344445555", "present", false));
    }

    @Test
    void aDeniedPasswordPolicyIsNotAnAbsentOne() {
        StoredRun.Read read = StoredRun.of("iam.password-policy")
                .gap("iam:GetAccountPasswordPolicy", "", Cause.DENIED)
                .read("iam.password-policy");
        assertThat(read.only().known()).isFalse();
        assertThat(read.records()).isEmpty();
    }

    @Test
    void centralRootAccessIsPresentWithItsFeaturesOrIsNot() {
        assertThat(StoredRun.of("iam.root-access")
                        .iam(
                                "ListOrganizationsFeatures",
                                "<OrganizationId>o-exh1b1torg</OrganizationId>"
                                        + "<EnabledFeatures><member>RootSessions</member></EnabledFeatures>")
                        .read("iam.root-access")
                        .members())
                .containsExactly(Map.of(
                        "account",
                        "333344445555",
                        "present",
                        true,
                        "OrganizationId",
                        "o-exh1b1torg",
                        "EnabledFeatures",
                        List.of("RootSessions")));
        assertThat(StoredRun.of("iam.root-access")
                        .fact("iam:ListOrganizationsFeatures", "ServiceAccessNotEnabledException")
                        .read("iam.root-access")
                        .members())
                .containsExactly(Map.of("account", "333344445555", "present", false));
    }

    @Test
    void aContactIsPresentOrNotAndNeverNamed() {
        StoredRun run = StoredRun.of("account.alternate-contacts")
                .answer(
                        "account:GetAlternateContact",
                        "BILLING",
                        "{\"AlternateContact\":{\"AlternateContactType\":\"BILLING\",\"Name\":\"[cut]\"}}")
                .fact("account:GetAlternateContact", "SECURITY", "ResourceNotFoundException");
        assertThat(run.read("account.alternate-contacts").members())
                .containsExactly(contact("BILLING", true), contact("SECURITY", false));
        run.gap("account:GetAlternateContact", "OPERATIONS", Cause.DENIED);
        assertThat(run.read("account.alternate-contacts").only().known()).isFalse();
    }

    private static Map<String, Object> contact(String type, boolean present) {
        return Map.of("account", "333344445555", "AlternateContactType", type, "present", present);
    }

    @Test
    void theRootUsersDeviceIsKnownByItsUserOrByItsSerial() {
        StoredRun.Read read = StoredRun.of("iam.virtual-mfa-devices")
                .iam(
                        "ListVirtualMFADevices",
                        "<IsTruncated>false</IsTruncated><VirtualMFADevices>"
                                + device("old-phone", "<User><Arn>arn:aws:iam::333344445555:root</Arn></User>")
                                + device("root-account-mfa-device", "")
                                + device("l.hoang", "<User><Arn>arn:aws:iam::333344445555:user/l.hoang</Arn></User>")
                                + device("nobody-knows", "")
                                + "</VirtualMFADevices>")
                .read("iam.virtual-mfa-devices");
        assertThat(read.members()).extracting(device -> device.get("root")).containsExactly(true, true, false, null);
    }

    private static String device(String name, String user) {
        return "<member><SerialNumber>arn:aws:iam::333344445555:mfa/" + name + "</SerialNumber>" + user + "</member>";
    }

    @Test
    void bothKindsOfIdentityProviderAreOnePopulation() {
        StoredRun.Read read = StoredRun.of("iam.identity-providers")
                .iam(
                        "ListSAMLProviders",
                        "<SAMLProviderList><member><Arn>arn:aws:iam::333344445555:saml-provider/Okta</Arn>"
                                + "<ValidUntil>2032-05-09T16:27:11Z</ValidUntil><CreateDate>2022-05-09T16:27:11Z</CreateDate>"
                                + "</member></SAMLProviderList>")
                .iam(
                        "ListOpenIDConnectProviders",
                        "<OpenIDConnectProviderList><member><Arn>arn:aws:iam::333344445555:oidc-provider/token.actions.example"
                                + "</Arn></member></OpenIDConnectProviderList>")
                .read("iam.identity-providers");
        assertThat(read.members())
                .containsExactly(
                        Map.of(
                                "arn", "arn:aws:iam::333344445555:saml-provider/Okta",
                                "kind", "saml",
                                "name", "Okta",
                                "created", Instant.parse("2022-05-09T16:27:11Z")),
                        Map.of(
                                "arn", "arn:aws:iam::333344445555:oidc-provider/token.actions.example",
                                "kind", "oidc",
                                "name", "token.actions.example"));
    }

    @Test
    void ifOneKindCouldNotBeListedThePopulationIsUnknown() {
        StoredRun.Read read = StoredRun.of("iam.identity-providers")
                .iam("ListSAMLProviders", "<SAMLProviderList/>")
                .gap("iam:ListOpenIDConnectProviders", "", Cause.DENIED)
                .read("iam.identity-providers");
        assertThat(read.only().known()).isFalse();
    }
}
