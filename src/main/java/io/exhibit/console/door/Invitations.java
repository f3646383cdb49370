package io.exhibit.console.door;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom somebody of the house invited to packs. */
public interface Invitations {

    /** How a ticket begins that is an invitation. */
    String BEGINS = SignedTicket.BEGINS;

    /** Nobody is invited. */
    Invitations NONE = new Invitations() {
        @Override
        public Optional<Invited> open(String ticket) {
            return Optional.empty();
        }

        @Override
        public Optional<Invited> current(String id) {
            return Optional.empty();
        }

        @Override
        public List<Invited> all() {
            return List.of();
        }

        @Override
        public boolean revoke(String id, String by) {
            return false;
        }
    };

    /**
     * An invitation.
     *
     * @param id what it is known by; it lets nobody in
     * @param name of who is invited
     * @param packs that he sees
     * @param until when it ends
     * @param revoked by whom and when, a few words; "" while it holds
     */
    record Invited(String id, String name, Set<String> packs, Instant until, String revoked) {

        public Invited {
            packs = Set.copyOf(packs);
        }

        /** An auditor of the packs that are named, and of nothing else. */
        public Visitor visitor() {
            return Visitor.auditor(name, packs);
        }
    }

    /** The one behind the end of a link, if it was made here as it is, and holds. */
    Optional<Invited> open(String ticket) throws IOException;

    /** The one of that id, if it holds now. */
    Optional<Invited> current(String id) throws IOException;

    /** Every one, the newest first, also those that hold no longer. */
    List<Invited> all() throws IOException;

    /** Takes one back, now. @return whether it held */
    boolean revoke(String id, String by) throws IOException;
}
