package io.exhibit.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** One lawful request for each operation of IAM Identity Center and its directory, for the management account. */
final class SignOnCalls {
    private static final String INSTANCE = "arn:aws:sso:::instance/ssoins-7223exh1b1t00001";
    private static final String STORE = "\"IdentityStoreId\":\"d-9067exh1b1\"";

    private SignOnCalls() {}

    static void add(Map<String, Calls.Call> calls) {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("ListInstances", "{}");
        bodies.put("ListPermissionSets", "{\"InstanceArn\":\"" + INSTANCE + "\"}");
        bodies.forEach((name, body) ->
                calls.put("sso." + name, probe -> probe.json("sso", "SWBExternalService." + name, body)));
        for (String name : new String[] {
            "DescribePermissionSet", "ListAccountsForProvisionedPermissionSet", "ListAccountAssignments"
        }) {
            calls.put("sso." + name, probe -> probe.json("sso", "SWBExternalService." + name, ofFirstSet(probe)));
        }
        calls.put(
                "identitystore.ListGroups",
                probe -> probe.json("identitystore", "AWSIdentityStore.ListGroups", "{" + STORE + "}"));
        calls.put(
                "identitystore.ListUsers",
                probe -> probe.json("identitystore", "AWSIdentityStore.ListUsers", "{" + STORE + "}"));
        calls.put(
                "identitystore.ListGroupMemberships",
                probe -> probe.json(
                        "identitystore",
                        "AWSIdentityStore.ListGroupMemberships",
                        "{" + STORE + ",\"GroupId\":\"" + firstGroup(probe) + "\"}"));
    }

    private static String ofFirstSet(Probe probe) throws Exception {
        String set = Calls.all()
                .get("sso.ListPermissionSets")
                .on(probe)
                .json()
                .at("/PermissionSets/0")
                .asText();
        return "{\"InstanceArn\":\"" + INSTANCE + "\",\"PermissionSetArn\":\"" + set
                + "\",\"AccountId\":\"333344445555\"}";
    }

    private static String firstGroup(Probe probe) throws Exception {
        return Calls.all()
                .get("identitystore.ListGroups")
                .on(probe)
                .json()
                .at("/Groups/0/GroupId")
                .asText();
    }
}
