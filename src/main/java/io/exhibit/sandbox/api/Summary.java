package io.exhibit.sandbox.api;

import io.exhibit.sandbox.world.Provider;
import io.exhibit.sandbox.world.Root;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of GetAccountSummary, counted in the account itself. */
final class Summary {
    private Summary() {}

    static Map<String, Integer> of(World world, String account) {
        Root root = world.root(account);
        List<User> users = world.users(account);
        long own = world.policies(account).stream()
                .filter(policy -> policy.arn().startsWith("arn:aws:iam::" + account))
                .count();
        int devices = (int) users.stream().filter(User::mfa).count() + flag(root.mfa());
        Map<String, Integer> numbers = new TreeMap<>(Map.of(
                "AccessKeysPerUserQuota", 2,
                "AttachedPoliciesPerUserQuota", 10,
                "GroupsQuota", 300,
                "RolesQuota", 1000,
                "UsersQuota", 5000,
                "PoliciesQuota", 1500,
                "ServerCertificates", 0,
                "InstanceProfiles", 0,
                "GlobalEndpointTokenVersion", 2));
        numbers.put("Users", users.size());
        numbers.put("Groups", world.groups(account).size());
        numbers.put("Roles", world.roles(account).size());
        numbers.put("Policies", (int) own);
        numbers.put("Providers", (int)
                world.providers(account).stream().filter(Provider::saml).count());
        numbers.put("MFADevices", devices);
        numbers.put("MFADevicesInUse", devices);
        numbers.put("AccountMFAEnabled", flag(root.mfa()));
        numbers.put("AccountPasswordPresent", flag(root.password()));
        numbers.put("AccountAccessKeysPresent", 0);
        numbers.put("AccountSigningCertificatesPresent", 0);
        return numbers;
    }

    private static int flag(boolean value) {
        return value ? 1 : 0;
    }
}
