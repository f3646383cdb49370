package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Pages;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.PasswordPolicy;
import io.exhibit.sandbox.world.Provider;
import io.exhibit.sandbox.world.User;
import io.exhibit.sandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** AWS IAM: credential report, account summary, password policy, authorization details, providers, users (query protocol). */
final class IamApi {
    static final Pages.Rule RULE = new Pages.Rule(
            1,
            1000,
            100,
            size -> invalid("1 validation error detected: Value '" + size
                    + "' at 'maxItems' failed to satisfy constraint: " + "Member must have value between 1 and 1000"),
            invalid("Invalid Marker."));

    private final Supplier<World> world;
    private final Pages pages;

    private IamApi(Supplier<World> world, Pages pages) {
        this.world = world;
        this.pages = pages;
    }

    static AwsService on(Supplier<World> world, Pages pages) {
        IamApi api = new IamApi(world, pages);
        CredentialReportApi report = new CredentialReportApi(world);
        AuthorizationApi authorization = new AuthorizationApi(world, pages);
        SignInApi signIn = new SignInApi(world, pages);
        return new AwsService(
                "iam",
                Protocol.QUERY,
                "https://iam.amazonaws.com/doc/2010-05-08/",
                "Message",
                Wording.query("ServiceFailure", "2010-05-08"),
                List.of(
                        Operation.named("GenerateCredentialReport", report::generate),
                        Operation.named("GetCredentialReport", report::get),
                        Operation.named("GetAccountSummary", api::summary),
                        Operation.named("GetAccountPasswordPolicy", api::passwordPolicy),
                        Operation.pagedNamed("GetAccountAuthorizationDetails", authorization::details),
                        Operation.named("ListSAMLProviders", api::samlProviders),
                        Operation.named("ListOpenIDConnectProviders", api::openIdProviders),
                        Operation.pagedNamed("ListUsers", api::users),
                        Operation.named("ListOrganizationsFeatures", signIn::features),
                        Operation.pagedNamed("ListVirtualMFADevices", signIn::devices),
                        Operation.pagedNamed("ListServiceSpecificCredentials", signIn::credentials)));
    }

    private Map<String, Object> summary(Ask ask) {
        return Tree.of("SummaryMap", new Tree.Entries(Summary.of(world.get(), ask.account())));
    }

    private Map<String, Object> passwordPolicy(Ask ask) {
        PasswordPolicy policy = world.get()
                .passwordPolicy(ask.account())
                .orElseThrow(() -> new AwsError(
                        404,
                        "NoSuchEntity",
                        "The Password Policy with domain name " + ask.account() + " cannot be found."));
        return Tree.of(
                "PasswordPolicy",
                Tree.of(
                        "AllowUsersToChangePassword",
                        true,
                        "RequireLowercaseCharacters",
                        policy.lower(),
                        "RequireUppercaseCharacters",
                        policy.upper(),
                        "MinimumPasswordLength",
                        policy.minimumLength(),
                        "RequireNumbers",
                        policy.numbers(),
                        "PasswordReusePrevention",
                        policy.reuse() == 0 ? null : policy.reuse(),
                        "RequireSymbols",
                        policy.symbols(),
                        "ExpirePasswords",
                        false));
    }

    private Map<String, Object> samlProviders(Ask ask) {
        return Tree.of(
                "SAMLProviderList",
                world.get().providers(ask.account()).stream()
                        .filter(Provider::saml)
                        .map(provider -> Tree.of(
                                "Arn",
                                provider.arn(),
                                "ValidUntil",
                                provider.created().plus(Duration.ofDays(3650)),
                                "CreateDate",
                                provider.created()))
                        .toList());
    }

    private Map<String, Object> openIdProviders(Ask ask) {
        return Tree.of(
                "OpenIDConnectProviderList",
                world.get().providers(ask.account()).stream()
                        .filter(provider -> !provider.saml())
                        .map(provider -> Tree.of("Arn", provider.arn()))
                        .toList());
    }

    private Map<String, Object> users(Ask ask) {
        Pages.Page<User> page = pages.of(ask, RULE, world.get().users(ask.account()));
        return Tree.of(
                "Users",
                page.items().stream()
                        .map(user -> user(world.get(), ask.account(), user))
                        .toList(),
                "IsTruncated",
                page.next() != null,
                "Marker",
                page.next());
    }

    /** A user as a list shows it. */
    static Map<String, Object> user(World world, String account, User user) {
        return Tree.of(
                "Path",
                "/",
                "UserName",
                user.name(),
                "UserId",
                Ids.user(world, account, user.name()),
                "Arn",
                "arn:aws:iam::" + account + ":user/" + user.name(),
                "CreateDate",
                user.created(),
                "PasswordLastUsed",
                user.password().flatMap(User.Password::lastUsed).orElse(null));
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationError", message);
    }
}
