package io.exhibit.aws.artifact;

import io.exhibit.aws.Undownloaded;
import io.exhibit.evidence.Cause;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where documents may come from: https, a host of the allow-list under its public address, no port, no user. Only when
 * every request goes to another endpoint than AWS's may they come from that endpoint.
 */
final class DocumentHosts {

    private final Pattern allowed;
    private final URI endpoint;

    /** @param endpoint another endpoint than AWS's, or {@code null} */
    DocumentHosts(String allowed, URI endpoint) {
        this.allowed = Pattern.compile(allowed);
        this.endpoint = endpoint;
    }

    /** @throws Undownloaded when the address is not to be asked; the message names the host at most */
    URI check(String address) {
        URI uri = parse(address);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null) {
            throw refused("names a user");
        }
        if (endpoint != null && host.equals(endpoint.getHost()) && uri.getPort() == endpoint.getPort()) {
            return uri;
        }
        if (!"https".equals(uri.getScheme()) || uri.getPort() != -1) {
            throw refused("is not plain https");
        }
        if (!allowed.matcher(host).matches()) {
            throw refused("is not on a host of AWS Artifact: " + host);
        }
        if (!isPublic(host)) {
            throw refused("leads to an address that is not public: " + host);
        }
        return uri;
    }

    private static URI parse(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            // The exception's own message repeats the address, signature included.
            throw refused("cannot be read");
        }
    }

    private static boolean isPublic(String host) {
        try {
            for (InetAddress a : InetAddress.getAllByName(host)) {
                if (!isPublic(a)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new Undownloaded(Cause.UNREACHABLE, "the document's host has no address");
        }
    }

    /** Neither of this machine nor of a private network: RFC 1918, RFC 6598, and RFC 4193, where EC2's metadata is. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !uniqueLocal
                && !shared;
    }

    private static Undownloaded refused(String why) {
        return new Undownloaded(Cause.FAILED, "the document's address " + why);
    }
}
