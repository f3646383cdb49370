package io.exhibit.console.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Where a console listens, by which names it is asked for, and who comes in.
 *
 * @param address port 0 takes a free one
 * @param names of the outside, which are asked for over TLS: this console's own, or that of a proxy before it
 * @param tls its own certificate; without one it listens on this host alone
 * @param proxy who signs people in; without one they come in by links
 * @param links that another process of the same user handed over
 * @param invitations to packs, by links too
 * @param visits where each view and change is noted
 */
public record Doorway(
        InetSocketAddress address,
        List<String> names,
        Optional<TlsFiles> tls,
        Optional<TrustedProxy> proxy,
        HandedLinks links,
        Invitations invitations,
        VisitBook visits) {

    /** Links that were made elsewhere for this console. */
    @FunctionalInterface
    public interface HandedLinks {

        HandedLinks NONE = digest -> Optional.empty();

        /**
         * Takes one, so that nobody else can.
         *
         * @param digest SHA-256 of the ticket, hexadecimal
         */
        Optional<Visitor> take(String digest) throws IOException;
    }

    /** @throws IllegalArgumentException when others than this host could come in without TLS, or without somebody who signs them in */
    public Doorway {
        names = List.copyOf(names);
        if (!address.getAddress().isLoopbackAddress() && (tls.isEmpty() || proxy.isEmpty())) {
            throw new IllegalArgumentException(
                    address + " is more than this host, which takes TLS and a proxy that signs people in");
        }
    }

    /**
     * How browsers ask for a console.
     *
     * @param encrypted whether it speaks TLS itself
     */
    public static String base(InetSocketAddress address, List<String> names, boolean encrypted) {
        String port = ":" + address.getPort();
        String scheme = encrypted || !names.isEmpty() ? "https://" : "http://";
        if (names.isEmpty()) {
            String host = address.getHostString();
            return scheme + (host.contains(":") ? "[" + host + "]" : host) + port;
        }
        boolean told = !encrypted || port.equals(":443") || names.get(0).contains(":");
        return scheme + names.get(0) + (told ? "" : port);
    }

    /** For whoever is on this host, by links. */
    public static Doorway ofThisHost(int port) {
        return new Doorway(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                HandedLinks.NONE,
                Invitations.NONE,
                VisitBook.NONE);
    }
}
