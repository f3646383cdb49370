package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Group;
import io.exhibit.sandbox.world.ManagedPolicy;
import io.exhibit.sandbox.world.Role;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** GetAccountAuthorizationDetails: four lists in one, cut into pages that are often shorter than asked for. */
final class AuthorizationApi {
    private final Supplier<World> world;
    private final Pages pages;

    AuthorizationApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    Map<String, Object> details(Ask ask) {
        World today = world.get();
        String account = ask.account();
        Set<String> filter = ask.parameters().entrySet().stream()
                .filter(each -> each.getKey().startsWith("Filter.member."))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        List<Object> all = new ArrayList<>();
        if (wanted(filter, "User")) {
            all.addAll(today.users(account));
        }
        if (wanted(filter, "Group")) {
            all.addAll(today.groups(account));
        }
        int principals = all.size();
        if (wanted(filter, "Role")) {
            all.addAll(today.roles(account));
        }
        int holders = all.size();
        today.policies(account).stream()
                .filter(policy ->
                        wanted(filter, policy.arn().contains("::aws:") ? "AWSManagedPolicy" : "LocalManagedPolicy"))
                .forEach(all::add);
        // AWS ends a page where the kind changes, so that IsTruncated can be true on a short page.
        Pages.Page<Object> page = pages.of(ask, IamApi.RULE, all, (from, size) -> {
            int border = from < principals ? principals : from < holders ? holders : all.size();
            return Math.min(from + size, border);
        });
        Principals shapes = new Principals(today, account);
        return Tree.of(
                "IsTruncated",
                page.next() != null,
                "UserDetailList",
                of(page, User.class).stream().map(shapes::user).toList(),
                "GroupDetailList",
                of(page, Group.class).stream().map(shapes::group).toList(),
                "RoleDetailList",
                of(page, Role.class).stream().map(shapes::role).toList(),
                "Policies",
                of(page, ManagedPolicy.class).stream().map(shapes::policy).toList(),
                "Marker",
                page.next());
    }

    private static boolean wanted(Set<String> filter, String kind) {
        return filter.isEmpty() || filter.contains(kind);
    }

    private static <T> List<T> of(Pages.Page<Object> page, Class<T> kind) {
        return page.items().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
