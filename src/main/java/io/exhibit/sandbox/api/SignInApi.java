package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.MfaDevice;
import io.exhibit.sandbox.world.Root;
import io.exhibit.sandbox.world.ServiceCredential;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Of IAM what one signs in with beside passwords and access keys, and who manages the root users. */
final class SignInApi {
    private final Supplier<World> world;
    private final Pages pages;

    SignInApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    Map<String, Object> features(Ask ask) {
        if (!world.get().organized()) {
            throw new AwsError(400, "OrganizationNotFoundException", "The account is not a member of an organization.");
        }
        if (!ask.account().equals(Accounts.MANAGEMENT)) {
            throw new AwsError(
                    400,
                    "AccountNotManagementOrDelegatedAdministratorException",
                    "The account is neither the management account nor a delegated administrator for IAM.");
        }
        return Tree.of(
                "OrganizationId",
                Accounts.Place.ORGANIZATION,
                "EnabledFeatures",
                List.of("RootCredentialsManagement", "RootSessions"));
    }

    Map<String, Object> devices(Ask ask) {
        World today = world.get();
        // Every device of the simulated organization is somebody's.
        boolean unassigned =
                ask.member("AssignmentStatus").filter("Unassigned"::equals).isPresent();
        List<MfaDevice> all = unassigned ? List.of() : today.mfaDevices(ask.account());
        Pages.Page<MfaDevice> page = pages.of(ask, IamApi.RULE, all);
        return Tree.of(
                "IsTruncated",
                page.next() != null,
                "VirtualMFADevices",
                page.items().stream()
                        .map(device -> Tree.of(
                                "SerialNumber",
                                device.serial(),
                                "User",
                                user(today, ask.account(), device.user()),
                                "EnableDate",
                                device.enabled()))
                        .toList(),
                "Marker",
                page.next());
    }

    private static Map<String, Object> user(World world, String account, String name) {
        if (name.isEmpty()) {
            Root root = world.root(account);
            return Tree.of(
                    "UserId",
                    account,
                    "Arn",
                    "arn:aws:iam::" + account + ":root",
                    "CreateDate",
                    root.created(),
                    "PasswordLastUsed",
                    root.lastUsed().orElse(null));
        }
        User user = world.users(account).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return IamApi.user(world, account, user);
    }

    Map<String, Object> credentials(Ask ask) {
        boolean all = ask.member("AllUsers").filter("true"::equals).isPresent();
        String user = ask.member("UserName").orElse("");
        if (all != user.isEmpty()) {
            throw new AwsError(400, "ValidationError", "Give a UserName, or AllUsers, and not both.");
        }
        List<ServiceCredential> found = world.get().serviceCredentials(ask.account()).stream()
                .filter(each -> all || each.user().equals(user))
                .toList();
        Pages.Page<ServiceCredential> page = pages.of(ask, IamApi.RULE, found);
        return Tree.of(
                "ServiceSpecificCredentials",
                page.items().stream().map(each -> credential(ask, each)).toList(),
                "IsTruncated",
                page.next() != null,
                "Marker",
                page.next());
    }

    private Map<String, Object> credential(Ask ask, ServiceCredential credential) {
        boolean model = credential.service().startsWith("bedrock");
        String account = ask.account();
        return Tree.of(
                "UserName",
                credential.user(),
                "Status",
                credential.active() ? "Active" : "Inactive",
                "ServiceUserName",
                model ? null : credential.user() + "-at-" + account,
                "ServiceCredentialAlias",
                model ? "BedrockAPIKey-c0ye-at-" + account : null,
                "CreateDate",
                credential.created(),
                "ServiceSpecificCredentialId",
                Ids.of(world.get(), "ACCA", account + credential.user()),
                "ServiceName",
                credential.service());
    }
}
