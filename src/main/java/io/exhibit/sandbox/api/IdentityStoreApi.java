package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Accounts;
import io.exhibit.sandbox.world.SignOn;
import io.exhibit.sandbox.world.SignOn.Person;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The directory behind IAM Identity Center (JSON 1.1): groups, who is in them, and people with how to reach them. */
final class IdentityStoreApi {
    private final Supplier<World> world;
    private final Pages pages;

    private IdentityStoreApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        IdentityStoreApi api = new IdentityStoreApi(world, pages);
        return new AwsService(
                "identitystore",
                Protocol.JSON,
                "AWSIdentityStore",
                "Message",
                Wording.json("ThrottlingException", "InternalServerException"),
                List.of(
                        Operation.pagedNamed("ListGroups", api.directory(api::groups)),
                        Operation.pagedNamed("ListGroupMemberships", api.directory(api::members)),
                        Operation.pagedNamed("ListUsers", api.directory(api::users))));
    }

    /** The id of a group or of a person. */
    static String id(World world, boolean group, String name) {
        return "9067exh1b1-" + world.digest().uuid(group ? "group" : "person", name);
    }

    private Map<String, Object> groups(Ask ask) {
        return page(
                ask,
                "Groups",
                world.get().signOn().groups(),
                name -> Tree.of(
                        "GroupId", id(world.get(), true, name), "DisplayName", name, "IdentityStoreId", SignOn.STORE));
    }

    private Map<String, Object> members(Ask ask) {
        World today = world.get();
        String id = ask.member("GroupId").orElse("");
        String group = today.signOn().groups().stream()
                .filter(name -> id(today, true, name).equals(id))
                .findFirst()
                .orElseThrow(() -> new AwsError(400, "ResourceNotFoundException", "GROUP not found."));
        List<Person> all = today.signOn().people().stream()
                .filter(person -> person.groups().contains(group))
                .toList();
        return page(
                ask,
                "GroupMemberships",
                all,
                person -> Tree.of(
                        "IdentityStoreId",
                        SignOn.STORE,
                        "MembershipId",
                        id(today, false, group + "/" + person.name()),
                        "GroupId",
                        id,
                        "MemberId",
                        Tree.of("UserId", id(today, false, person.name()))));
    }

    private Map<String, Object> users(Ask ask) {
        return page(ask, "Users", world.get().signOn().people(), this::user);
    }

    private Map<String, Object> user(Person person) {
        String name = person.name();
        return Tree.of(
                "UserName",
                name,
                "UserId",
                id(world.get(), false, name),
                "DisplayName",
                person.display(),
                "Emails",
                List.of(Tree.of("Value", name + "@harborview-health.example", "Type", "work", "Primary", true)),
                "Addresses",
                List.of(Tree.of("StreetAddress", "12 \"Old\" Quay", "Locality", "Harborview", "Country", "US")),
                "PhoneNumbers",
                List.of(Tree.of("Value", "+1 555-555-01" + (10 + name.length()), "Type", "work")),
                "UserStatus",
                person.enabled() ? "ENABLED" : "DISABLED",
                "IdentityStoreId",
                SignOn.STORE);
    }

    private Function<Ask, Map<String, Object>> directory(Function<Ask, Map<String, Object>> answer) {
        return ask -> {
            if (!ask.account().equals(Accounts.MANAGEMENT)) {
                throw new AwsError(400, "AccessDeniedException", "You do not have access to this identity store.");
            }
            if (!ask.region().equals(SignOn.REGION)
                    || ask.member("IdentityStoreId")
                            .filter(SignOn.STORE::equals)
                            .isEmpty()) {
                throw new AwsError(400, "ResourceNotFoundException", "IDENTITY_STORE not found.");
            }
            return answer.apply(ask);
        };
    }

    private <T> Map<String, Object> page(Ask ask, String name, List<T> all, Function<T, Map<String, Object>> shape) {
        Pages.Page<T> page = pages.of(ask, SignOnApi.RULE, all);
        return Tree.of(name, page.items().stream().map(shape).toList(), "NextToken", page.next());
    }
}
