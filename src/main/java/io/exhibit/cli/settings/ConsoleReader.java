package io.exhibit.cli.settings;

import io.exhibit.console.door.Role;
import io.exhibit.console.door.TlsFiles;
import io.exhibit.console.door.TrustedProxy;
import io.exhibit.mapping.Fields;
import io.exhibit.mapping.Node;
import io.exhibit.mapping.Problems;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the section {@code console} of the settings. */
final class ConsoleReader {

    static final Set<String> CONSOLE =
            Set.of("four_eyes", "serve", "port", "address", "names", "tls", "proxy", "people");
    static final Set<String> TLS = Set.of("certificate", "key");
    static final Set<String> PROXY = Set.of("header", "client", "secret");
    static final Set<String> PEOPLE = Set.of("login", "name", "roles");

    static final int PORT = 9465;
    private static final String HERE = "127.0.0.1";

    /** What people of the settings can be: auditors are invited. */
    private static final Set<Role> ROLES = EnumSet.of(Role.VIEWER, Role.OFFICER, Role.APPROVER, Role.OPERATOR);

    private static final Set<String> WORDS =
            ROLES.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

    private final Path folder;
    private final Problems problems;

    ConsoleReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    ConsoleSettings read(Fields console) {
        Optional<TlsFiles> tls = section(console, "tls", TLS).map(this::tls);
        Optional<ConsoleSettings.Proxy> proxy = section(console, "proxy", PROXY).flatMap(this::proxy);
        List<ConsoleSettings.Person> people = people(console, proxy.isPresent() || console.has("proxy"));
        long port = console.integer("port", PORT);
        if (port < 0 || port > 65_535) {
            problems.add(
                    "wrong-type", console.position("port"), "port must lie between 0 and 65535, not " + port + ".");
            port = PORT;
        }
        InetAddress address = address(console);
        if (!address.isLoopbackAddress() && (!console.has("tls") || !console.has("proxy"))) {
            problems.add(
                    "missing",
                    console.position("address"),
                    "Others than this host can come in at " + console.text("address")
                            + ", which takes a certificate (console.tls) and somebody who signs people in (console.proxy).",
                    "Write both, or listen at " + HERE + ".");
        }
        return new ConsoleSettings(
                console.yes("four_eyes", false),
                console.yes("serve", false),
                new InetSocketAddress(address, (int) port),
                names(console),
                tls,
                proxy,
                people);
    }

    /** Never a name: what it leads to is not known before it is asked. */
    private InetAddress address(Fields console) {
        String text = console.text("address").isEmpty() ? HERE : console.text("address");
        try {
            if (text.matches("\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            // Told below.
        }
        problems.add(
                "wrong-type",
                console.position("address"),
                "\"" + text + "\" is no address to listen at.",
                "Write an IP address, like 127.0.0.1 or 0.0.0.0; the port stands in port.");
        return InetAddress.getLoopbackAddress();
    }

    private List<String> names(Fields console) {
        List<String> names = console.texts("names");
        names.stream()
                .filter(name ->
                        !name.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?"))
                .forEach(name -> problems.add(
                        "wrong-type",
                        console.position("names"),
                        "\"" + name + "\" is no name of a host in small letters.",
                        "Write it like console.example.org, as browsers ask for it."));
        return names;
    }

    private TlsFiles tls(Fields tls) {
        return new TlsFiles(folder.resolve(tls.required("certificate")), folder.resolve(tls.required("key")));
    }

    private Optional<ConsoleSettings.Proxy> proxy(Fields proxy) {
        String header = proxy.required("header");
        if (!header.isEmpty()
                && (!header.matches("[A-Za-z0-9-]{1,64}") || header.equalsIgnoreCase(TrustedProxy.PROOF))) {
            problems.add(
                    "wrong-type",
                    proxy.position("header"),
                    "\"" + header + "\" is no header that can have the login.",
                    "Write the one that the proxy sets, like X-Forwarded-Email or X-Auth-Request-Email.");
        }
        Optional<String> client = Optional.of(proxy.text("client")).filter(name -> !name.isEmpty());
        if (client.isPresent()
                && (!client.get().matches("[A-Za-z0-9-]{1,64}")
                        || client.get().equalsIgnoreCase(TrustedProxy.PROOF)
                        || client.get().equalsIgnoreCase(header))) {
            problems.add(
                    "wrong-type",
                    proxy.position("client"),
                    "\"" + client.get() + "\" is no header that can have the browser's address.",
                    "Write the one that the proxy sets to one address, like X-Real-IP.");
        }
        Optional<Secret> secret = Secret.read(proxy, "secret", folder, problems);
        if (!proxy.has("secret")) {
            problems.add(
                    "missing-key",
                    proxy.position(),
                    "proxy has no secret: anybody could say to be anybody.",
                    "Write secret: {file: /run/secrets/exhibit-proxy}; the proxy sends it as the header "
                            + TrustedProxy.PROOF + ".");
        }
        return secret.map(known -> new ConsoleSettings.Proxy(header, client, known));
    }

    private List<ConsoleSettings.Person> people(Fields console, boolean proxied) {
        List<ConsoleSettings.Person> people = new ArrayList<>();
        Set<String> logins = new HashSet<>();
        for (Node item : console.list("people")) {
            Fields one = new Fields(item, problems, PEOPLE);
            ConsoleSettings.Person person = person(one);
            if (!logins.add(person.login())) {
                problems.add("twice", one.position("login"), "The login " + person.login() + " stands there twice.");
            }
            people.add(person);
        }
        if (proxied && people.isEmpty()) {
            problems.add(
                    "missing-key",
                    console.position("proxy"),
                    "The proxy may bring nobody: people is missing or empty.",
                    "Write people: [{login: jane@example.org, name: 'Jane Roe, Privacy Officer', roles: [officer]}].");
        } else if (!proxied && !people.isEmpty()) {
            problems.add(
                    "missing",
                    console.position("people"),
                    "people have no effect without proxy: nobody says who somebody is.",
                    "Write proxy, or leave people out.");
        }
        return people;
    }

    private ConsoleSettings.Person person(Fields one) {
        String login = one.required("login").toLowerCase(Locale.ROOT);
        if (!login.matches("[!-~]{0,254}")) {
            problems.add(
                    "wrong-type",
                    one.position("login"),
                    "\"" + login + "\" is no login.",
                    "Write it as the proxy says it.");
        }
        String name = one.required("name");
        if (!name.isEmpty() && (name.contains("@") || !name.matches(".*\\S,\\s*\\S.*"))) {
            problems.add(
                    "wrong-type",
                    one.position("name"),
                    "name is a name and a function, and no mail address: covers print it.",
                    "Write it like 'Jane Roe, Privacy Officer'.");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : one.texts("roles")) {
            if (WORDS.contains(word)) {
                roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT)));
            } else {
                problems.add(
                        "wrong-type",
                        one.position("roles"),
                        "\"" + word + "\" is no role.",
                        "There are viewer, officer, approver and operator; auditors are invited (exhibit console invite).");
            }
        }
        // Whoever may do something may look.
        return new ConsoleSettings.Person(
                login,
                name,
                Stream.concat(roles.stream(), Stream.of(Role.VIEWER)).collect(Collectors.toSet()));
    }

    private Optional<Fields> section(Fields console, String key, Set<String> known) {
        return console.node(key).map(node -> new Fields(node, problems, known));
    }
}
