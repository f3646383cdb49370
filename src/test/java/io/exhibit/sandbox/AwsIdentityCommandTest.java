package io.exhibit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.exhibit.OneJdk;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.Contact;
import io.exhibit.sandbox.world.Delegation;
import io.exhibit.sandbox.world.MfaDevice;
import io.exhibit.sandbox.world.ServiceCredential;
import io.exhibit.sandbox.world.SignOn;
import io.exhibit.sandbox.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** AWS's own command against who signs in by what, who acts for the organization, and whom AWS reaches. */
@ExtendWith(AwsSandbox.class)
@OneJdk
final class AwsIdentityCommandTest {
    private final World world = Calls.world(Calls.NOON);
    private final AwsCommand claims;
    private final AwsCommand management;

    AwsIdentityCommandTest(AwsCommand claims) {
        this.claims = claims;
        management = claims.in(Accounts.MANAGEMENT);
    }

    @Test
    void virtualDevicesAreListedWithWhomTheyBelongTo() throws Exception {
        JsonNode devices = claims.json("iam list-virtual-mfa-devices --page-size 2");
        assertThat(devices.findValuesAsText("SerialNumber"))
                .isEqualTo(world.mfaDevices(Accounts.CLAIMS).stream()
                        .map(MfaDevice::serial)
                        .toList());
        // The root user has no name.
        assertThat(devices.findValuesAsText("UserName"))
                .isEqualTo(world.mfaDevices(Accounts.CLAIMS).stream()
                        .map(MfaDevice::user)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    @Test
    void credentialsForOneServiceAreListedByUser() throws Exception {
        JsonNode own = claims.json("iam list-service-specific-credentials --user-name svc-edi-gateway");
        assertThat(own.findValuesAsText("ServiceName")).containsExactly("codecommit.amazonaws.com");
        assertThat(own.findValuesAsText("Status")).containsExactly("Active");
    }

    @Test
    void credentialsForOneServiceAreListedForAllUsers() throws Exception {
        List<ServiceCredential> known = world.serviceCredentials(Accounts.CLAIMS);
        JsonNode all = claims.json("iam list-service-specific-credentials --all-users");
        assertThat(all.findValuesAsText("UserName"))
                .isEqualTo(known.stream().map(ServiceCredential::user).toList());
        assertThat(all.findValuesAsText("ServiceName"))
                .isEqualTo(known.stream().map(ServiceCredential::service).toList());
    }

    @Test
    void rootUsersAreManagedFromTheManagementAccount() throws Exception {
        JsonNode features = management.json("iam list-organizations-features");
        assertThat(features.path("EnabledFeatures"))
                .extracting(JsonNode::asText)
                .containsExactly("RootCredentialsManagement", "RootSessions");
        assertThat(claims.refusal("iam list-organizations-features"))
                .contains("AccountNotManagementOrDelegatedAdministratorException");
    }

    @Test
    void administratorsOfTheOrganizationAreListedWithTheirServices() throws Exception {
        List<Delegation> known = world.administrators();
        JsonNode administrators = management.json("organizations list-delegated-administrators");
        assertThat(administrators.findValuesAsText("Id"))
                .isEqualTo(known.stream().map(Delegation::account).distinct().toList());
        JsonNode services = management.json(
                "organizations list-delegated-services-for-account --page-size 2 --account-id " + Accounts.SECURITY);
        assertThat(services.findValuesAsText("ServicePrincipal"))
                .isEqualTo(known.stream()
                        .filter(delegation -> delegation.account().equals(Accounts.SECURITY))
                        .map(Delegation::service)
                        .toList());
        assertThat(management.refusal(
                        "organizations list-delegated-services-for-account --account-id " + Accounts.CLAIMS))
                .contains("AccountNotRegisteredException");
    }

    @Test
    void servicesThatTheOrganizationTrustsAreListed() throws Exception {
        JsonNode trusted = management.json("organizations list-aws-service-access-for-organization --page-size 4");
        assertThat(trusted.findValuesAsText("ServicePrincipal"))
                .isEqualTo(world.trustedServices().stream()
                        .map(Delegation::service)
                        .toList());
    }

    @Test
    void alternateContactsAreReadAsTheyAreWritten() throws Exception {
        Contact known = world.contact(Accounts.CLAIMS, "SECURITY").orElseThrow();
        JsonNode contact = claims.json("account get-alternate-contact --alternate-contact-type SECURITY")
                .path("AlternateContact");
        assertThat(contact.path("EmailAddress").asText()).isEqualTo(known.email());
        assertThat(contact.path("Name").asText()).isEqualTo(known.name());
        assertThat(contact.path("Title").asText()).isEqualTo(known.title());
        assertThat(claims.in(Accounts.SANDBOX)
                        .refusal("account get-alternate-contact --alternate-contact-type SECURITY"))
                .contains("ResourceNotFoundException");
    }

    @Test
    void permissionSetsAreReadWithTheAccountsThatHaveThem() throws Exception {
        JsonNode instance = management.json("sso-admin list-instances").at("/Instances/0");
        assertThat(instance.path("IdentityStoreId").asText()).isEqualTo(SignOn.STORE);
        String of = " --instance-arn " + instance.path("InstanceArn").asText();
        List<String> names = new ArrayList<>();
        for (JsonNode set : management
                .json("sso-admin list-permission-sets --page-size 2" + of)
                .path("PermissionSets")) {
            String which = of + " --permission-set-arn " + set.asText();
            String name = management
                    .json("sso-admin describe-permission-set" + which)
                    .at("/PermissionSet/Name")
                    .asText();
            names.add(name);
            assertThat(management
                            .json("sso-admin list-accounts-for-provisioned-permission-set --page-size 2" + which)
                            .path("AccountIds"))
                    .extracting(JsonNode::asText)
                    .isEqualTo(world.signOn().accounts(name));
            List<SignOn.Assignment> known = world.signOn().assignments(Accounts.CLAIMS, name);
            assertThat(management
                            .json("sso-admin list-account-assignments --account-id " + Accounts.CLAIMS + which)
                            .findValuesAsText("PrincipalType"))
                    .isEqualTo(known.stream()
                            .map(assignment -> assignment.group() ? "GROUP" : "USER")
                            .toList());
        }
        assertThat(names).isEqualTo(world.signOn().sets());
        assertThat(claims.refusal("sso-admin list-permission-sets" + of)).contains("AccessDeniedException");
    }

    @Test
    void groupsOfTheDirectoryAreReadWithWhoIsInThem() throws Exception {
        String of = " --identity-store-id " + SignOn.STORE;
        Map<String, String> people = new HashMap<>();
        management
                .json("identitystore list-users --page-size 3" + of)
                .path("Users")
                .forEach(user -> people.put(
                        user.path("UserId").asText(), user.path("DisplayName").asText()));
        assertThat(people.values())
                .containsExactlyInAnyOrderElementsOf(world.signOn().people().stream()
                        .map(SignOn.Person::display)
                        .toList());
        JsonNode groups = management.json("identitystore list-groups --page-size 4" + of);
        assertThat(groups.findValuesAsText("DisplayName"))
                .isEqualTo(world.signOn().groups());
        for (JsonNode group : groups.path("Groups")) {
            JsonNode members = management.json("identitystore list-group-memberships --group-id "
                    + group.path("GroupId").asText() + of);
            assertThat(members.findValuesAsText("UserId").stream().map(people::get))
                    .containsExactlyElementsOf(world.signOn().people().stream()
                            .filter(person -> person.groups()
                                    .contains(group.path("DisplayName").asText()))
                            .map(SignOn.Person::display)
                            .toList());
        }
    }
}
