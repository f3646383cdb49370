package io.exhibit.console.door;

import io.exhibit.console.page.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Who signs people in for us, and says by a head of each request who somebody is. It proves that it is the proxy by another one, {@link #PROOF}.
 *
 * @param head that has the login, such as {@code X-Forwarded-Email}
 * @param client head that has the address of the browser, such as {@code X-Real-IP}: who comes through the proxy without a login is told apart by it
 * @param secret that nobody else knows, asked for each time so that a changed one counts
 * @param people by login, in small letters; whoever is not among them is nobody here
 */
public record TrustedProxy(String head, Optional<String> client, Supplier<String> secret, Map<String, Visitor> people) {

    /** Head by which the proxy proves itself. */
    public static final String PROOF = "X-Exhibit-Proxy";

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    public TrustedProxy {
        people = Map.copyOf(people);
    }

    /**
     * Who it says that somebody is; empty when the request has nothing of it, or the proxy vouches for the address of somebody who did not sign in.
     *
     * @param logins every value of the head, and {@code proofs} of the other one, as they came
     * @param vouched whether there is an {@link #address}
     * @throws Refusal when one of both comes twice, or the login without the proof
     */
    Optional<String> login(List<String> logins, List<String> proofs, boolean vouched) {
        if (logins.isEmpty() && proofs.isEmpty()) {
            return Optional.empty();
        }
        if (logins.size() > 1 || proofs.size() > 1) {
            throw new Refusal(
                    400,
                    "The request says twice who you are. The proxy before the console has to take away what browsers send.");
        }
        if (proofs.isEmpty() || !same(secret.get(), proofs.get(0))) {
            throw new Refusal(
                    401,
                    "The request says who you are, and nothing proves that it came through the proxy. Ask for the console at its own address.");
        }
        if (logins.isEmpty() && vouched) {
            return Optional.empty();
        }
        if (logins.isEmpty() || logins.get(0).isBlank()) {
            throw new Refusal(401, "The proxy did not say who you are. Sign in there first.");
        }
        return Optional.of(logins.get(0).toLowerCase(Locale.ROOT));
    }

    /**
     * From where it says that a request came to it; empty without the proof, for then whoever asks may have written it.
     *
     * @param addresses every value of {@link #client}, as they came
     * @throws Refusal when it is not one address: a list can begin with what a browser sent
     */
    Optional<String> address(List<String> addresses, List<String> proofs) {
        if (addresses.isEmpty() || proofs.size() != 1 || !same(secret.get(), proofs.get(0))) {
            return Optional.empty();
        }
        if (addresses.size() > 1 || !ADDRESS.matcher(addresses.get(0)).matches()) {
            throw new Refusal(
                    400,
                    "The request does not say one address from which it came. The proxy before the console has to write its own over what browsers send.");
        }
        return Optional.of(addresses.get(0).toLowerCase(Locale.ROOT));
    }

    Visitor visitor(String login) {
        Visitor known = people.get(login);
        if (known == null) {
            throw new Refusal(
                    403,
                    "You are signed in, and not among the people of this console. Whoever keeps its settings can add you (console.people).");
        }
        return known;
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
