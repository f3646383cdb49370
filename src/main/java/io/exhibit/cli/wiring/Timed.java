package io.exhibit.cli.wiring;

import io.exhibit.run.Observer;
import io.exhibit.run.Work;
import io.exhibit.seal.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Tells how long a piece of work took, where it is carried out: what only finds that there is nothing to do is none. */
public record Timed(Observer observer, InstantSource clock) {

    /** A piece of work, which may fail in its own way. */
    @FunctionalInterface
    public interface Piece<T, E extends Exception> {
        T carryOut() throws E;
    }

    /** @param done whether what came of it is what was wanted; what throws is not */
    public <T, E extends Exception> T of(Work work, Piece<T, E> piece, Predicate<T> done) throws E {
        Instant began = clock.instant();
        boolean begun = true;
        boolean carriedOut = false;
        try {
            T made = piece.carryOut();
            carriedOut = done.test(made);
            return made;
        } catch (Exception e) {
            begun = !isBusy(e);
            throw e;
        } finally {
            if (begun) {
                observer.took(work, Duration.between(began, clock.instant()), carriedOut);
            }
        }
    }

    /** Whether another process writes the vault: work that waits for it has not begun. */
    public static boolean isBusy(Exception e) {
        return e instanceof VaultException vault && vault.reason() == VaultException.Reason.LOCKED;
    }
}
