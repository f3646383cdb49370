package io.exhibit.seal;

import io.exhibit.assessment.LogKey;
import io.exhibit.evidence.Sha256;
import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Rotation.Change;
import io.exhibit.seal.Statement.Digest;
import io.exhibit.seal.Statement.Head;
import io.exhibit.seal.Statement.Subject;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one log, each of which named the next: what the rotations in the log tell, as far as they are genuine. */
final class Rotations {

    /** A key that made way for the next at a leaf. */
    private record Turn(PublicKey old, PublicKey next, long leaf, Instant time) {}

    private final List<Turn> turns = new ArrayList<>();

    /** Each key with its place, in the order in which they were in force. */
    private final Map<PublicKey, Integer> places = new LinkedHashMap<>();

    private Rotations() {}

    static Rotations none() {
        return new Rotations();
    }

    /**
     * Follows the rotations that the leaves name; where one is not genuine, nothing after it is followed.
     *
     * @param tree over the same leaves
     * @param found what is wrong with one
     */
    static Rotations read(Holding holding, String origin, List<Leaf> leaves, MerkleTree tree, List<Discrepancy> found)
            throws IOException {
        Rotations rotations = new Rotations();
        for (int at = 0; at < leaves.size(); at++) {
            Leaf leaf = leaves.get(at);
            if (leaf.kind() != Leaf.Kind.ROTATION) {
                continue;
            }
            Head head = new Head(origin, at, HexFormat.of().formatHex(tree.root(at)));
            String wrong;
            try {
                wrong = rotations.add(holding, leaf, head);
            } catch (IOException | IllegalArgumentException e) {
                wrong = "cannot be read: " + e.getMessage();
            }
            if (!wrong.isEmpty()) {
                found.add(new Discrepancy(
                        Code.ROTATION_INVALID, leaf.file(), "The change of the key at leaf " + at + " " + wrong + "."));
                break;
            }
        }
        return rotations;
    }

    /** Adds one, or says what is wrong with it. */
    private String add(Holding holding, Leaf leaf, Head head) throws IOException {
        String file = Rotation.file(leaf.id());
        byte[] content = holding.has(file) ? holding.content(file, Layout.SMALL) : new byte[0];
        if (!Sha256.hex(content).equals(leaf.sha256())) {
            return "is not here as it was sealed";
        }
        Envelope envelope = Envelope.read(content);
        Rotation rotation = CanonicalJson.read(envelope.statement(), Rotation.class);
        Change change = rotation.predicate();
        PublicKey old = Pem.ofBase64(change.old());
        PublicKey next = Pem.ofBase64(change.next());
        Subject subject = new Subject(new Digest(Sha256.hex(next.getEncoded())), leaf.id());
        if (!envelope.payloadType().equals(Envelope.IN_TOTO)
                || envelope.signatures().size() != 1
                || !rotation._type().equals(Statement.TYPE)
                || !rotation.predicateType().equals(Rotation.TYPE)
                || !rotation.subject().equals(List.of(subject))
                || !leaf.id().equals(Envelope.keyId(next))) {
            return "is of another kind or names another key";
        }
        if (!envelope.signedBy(old)) {
            return "is not signed by the old key";
        }
        if (!change.log().equals(head) || !change.time().equals(leaf.time())) {
            return "was made for another place in the log, or another log";
        }
        if (!turns.isEmpty() && !last().next().equals(old)) {
            return "was made by a key that was not in force";
        }
        if (next.equals(old) || places.containsKey(next)) {
            return "leads back to a key that was in force before";
        }
        places.putIfAbsent(old, places.size());
        places.put(next, places.size());
        turns.add(new Turn(old, next, head.size(), leaf.time()));
        return "";
    }

    private Turn last() {
        return turns.get(turns.size() - 1);
    }

    /** The keys in the order in which they were in force; none when the key was never changed. */
    List<PublicKey> keys() {
        return List.copyOf(places.keySet());
    }

    /** The place of a key among them, from 0. */
    int place(PublicKey key) {
        return places.get(key);
    }

    /** The key that signs a checkpoint over so many leaves; empty when the key was never changed. */
    Optional<PublicKey> inForce(long size) {
        Optional<PublicKey> first = turns.stream().findFirst().map(Turn::old);
        return turns.stream()
                .takeWhile(turn -> size > turn.leaf())
                .map(Turn::next)
                .reduce((earlier, later) -> later)
                .or(() -> first);
    }

    /** The keys that signed checkpoints over no more leaves than that, each with its stretch; none when the key was never changed. */
    List<LogKey> stretches(long size) {
        List<LogKey> keys = new ArrayList<>();
        for (int place = 0; place <= turns.size() && !turns.isEmpty(); place++) {
            Optional<Turn> came = place == 0 ? Optional.empty() : Optional.of(turns.get(place - 1));
            if (came.map(turn -> turn.leaf() >= size).orElse(false)) {
                break;
            }
            Optional<Long> went = place == turns.size()
                    ? Optional.empty()
                    : Optional.of(turns.get(place).leaf());
            keys.add(stretch(
                    came.map(Turn::next).orElseGet(() -> turns.get(0).old()),
                    came.map(turn -> turn.leaf() + 1).orElse(1L),
                    went.filter(last -> last < size),
                    came.map(Turn::time)));
        }
        return keys;
    }

    /** @param from first leaf after which it signed, counted from 1, and {@code to} the last */
    static LogKey stretch(PublicKey key, long from, Optional<Long> to, Optional<Instant> since) {
        return new LogKey(SigningKey.ALGORITHM, Envelope.keyId(key), Sha256.hex(key.getEncoded()), from, to, since);
    }

    /** When the key at that place made way for the next. */
    Instant end(int place) {
        return turns.get(place).time();
    }

    /** When the newest key came into force. */
    Optional<Instant> newest() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(last().time());
    }
}
