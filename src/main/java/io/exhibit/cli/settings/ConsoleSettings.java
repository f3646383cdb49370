package io.exhibit.cli.settings;

import io.exhibit.console.door.Role;
import io.exhibit.console.door.TlsFiles;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pages for a browser.
 *
 * @param fourEyes whether another person than the author has to approve a draft of the book
 * @param serve whether {@code exhibit serve} has a console
 * @param address where it listens: this host alone, unless it has its own certificate and a proxy signs people in
 * @param names of the outside by which it is asked for
 * @param people whom the proxy may bring
 */
public record ConsoleSettings(
        boolean fourEyes,
        boolean serve,
        InetSocketAddress address,
        List<String> names,
        Optional<TlsFiles> tls,
        Optional<Proxy> proxy,
        List<Person> people) {

    /**
     * Who signs people in.
     *
     * @param header that has the login
     * @param client header that has the address of the browser
     * @param secret by which it proves itself
     */
    public record Proxy(String header, Optional<String> client, Secret secret) {}

    /** @param login as the proxy says it, in small letters */
    public record Person(String login, String name, Set<Role> roles) {}

    /** The same at another port. */
    public ConsoleSettings at(int port) {
        return new ConsoleSettings(
                fourEyes, serve, new InetSocketAddress(address.getAddress(), port), names, tls, proxy, people);
    }
}
