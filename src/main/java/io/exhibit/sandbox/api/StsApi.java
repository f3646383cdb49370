package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Caller;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Account;
import io.exhibit.sandbox.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS STS: the caller's identity, and role sessions whose key id names the account (query protocol). */
final class StsApi {
    private static final Pattern ROLE = Pattern.compile("arn:aws:iam::(\\d{12}):role/([\\w+=,.@-]{1,64})");
    private static final List<String> ASSUMABLE = List.of("ExhibitCollector", "OrganizationAccountAccessRole");

    /** Clients compare it with the true clock, and simulated time may lie far from that: so it is far off. */
    private static final Instant EXPIRES = Instant.parse("2099-01-01T00:00:00Z");

    private final Supplier<World> world;

    private StsApi(Supplier<World> world) {
        this.world = world;
    }

    static AwsService on(Supplier<World> world) {
        StsApi api = new StsApi(world);
        return new AwsService(
                "sts",
                Protocol.QUERY,
                "https://sts.amazonaws.com/doc/2011-06-15/",
                "Message",
                Wording.query("InternalFailure", "2011-06-15"),
                List.of(
                        Operation.named("GetCallerIdentity", StsApi::callerIdentity),
                        Operation.named("AssumeRole", api::assumeRole)));
    }

    private static Map<String, Object> callerIdentity(Ask ask) {
        return Tree.of("Arn", ask.caller().arn(), "UserId", ask.caller().userId(), "Account", ask.account());
    }

    private Map<String, Object> assumeRole(Ask ask) {
        String arn = required(ask, "RoleArn");
        String session = required(ask, "RoleSessionName");
        if (!session.matches("[\\w+=,.@-]{2,64}")) {
            throw invalid("Value '" + session + "' at 'roleSessionName' failed to satisfy constraint: "
                    + "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
        }
        Matcher role = ROLE.matcher(arn);
        boolean known = role.matches()
                && ASSUMABLE.contains(role.group(2))
                && world.get().account(role.group(1)).filter(Account::active).isPresent();
        if (!known) {
            // One message for wrong id, missing trust, missing permission and a suspended account, as in AWS.
            throw new AwsError(
                    403,
                    "AccessDenied",
                    "User: " + ask.caller().arn() + " is not authorized to perform: sts:AssumeRole on resource: "
                            + arn);
        }
        String account = role.group(1);
        String name = role.group(2);
        String key = "ASIA" + account + world.get().digest().letters("session", arn + session, 4);
        return Tree.of(
                "AssumedRoleUser",
                Tree.of(
                        "AssumedRoleId",
                        world.get().digest().letters("role", arn, 21) + ":" + session,
                        "Arn",
                        "arn:aws:sts::" + account + ":assumed-role/" + name + "/" + session),
                "Credentials",
                Tree.of(
                        "AccessKeyId",
                        key,
                        "SecretAccessKey",
                        world.get().digest().hex("secret", key, 40),
                        "SessionToken",
                        Caller.token(name, session),
                        "Expiration",
                        EXPIRES));
    }

    private static String required(Ask ask, String name) {
        return ask.member(name)
                .orElseThrow(() -> invalid("Value null at '"
                        + Character.toLowerCase(name.charAt(0)) + name.substring(1)
                        + "' failed to satisfy constraint: Member must not be null"));
    }

    private static AwsError invalid(String what) {
        return new AwsError(400, "ValidationError", "1 validation error detected: " + what);
    }
}
