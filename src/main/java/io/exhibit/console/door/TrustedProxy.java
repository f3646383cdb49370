package io.exhibit.console.door;

import io.exhibit.console.page.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who signs people in for us, and says by a head of each request who somebody is. It proves that it is the proxy by another one, {@link #PROOF}.
 *
 * @param head that has the login, such as {@code X-Forwarded-Email}
 * @param secret that nobody else knows, asked for each time so that a changed one counts
 * @param people by login, in small letters; whoever is not among them is nobody here
 */
public record TrustedProxy(String head, Supplier<String> secret, Map<String, Visitor> people) {

    /** Head by which the proxy proves itself. */
    public static final String PROOF = "X-Exhibit-Proxy";

    public TrustedProxy {
        people = Map.copyOf(people);
    }

    /**
     * Who it says that somebody is; empty when the request has nothing of it.
     *
     * @param logins every value of the head, and {@code proofs} of the other one, as they came
     * @throws Refusal when one of both comes twice, or the login without the proof
     */
    Optional<String> login(List<String> logins, List<String> proofs) {
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
        if (logins.isEmpty() || logins.get(0).isBlank()) {
            throw new Refusal(401, "The proxy did not say who you are. Sign in there first.");
        }
        return Optional.of(logins.get(0).toLowerCase(Locale.ROOT));
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
