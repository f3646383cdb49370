package io.exhibit.cli.wiring;

import io.exhibit.run.Shares;
import io.exhibit.run.Shares.Turn;
import io.exhibit.seal.NoteShelf;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Notes of units as the nodes share them.
 *
 * @param turn of who leaves notes: he sees those of his account and of the organization; empty for who closes the run
 */
record ShareNotes(Shares shares, Optional<Turn> turn) implements NoteShelf {

    @Override
    public List<String> runs() throws IOException {
        return shares.open().map(Shares.Open::run).stream().toList();
    }

    @Override
    public List<String> of(String run) throws IOException {
        return shares.notes(run, turn.map(held -> List.of("", held.account())).orElse(List.of()));
    }

    @Override
    public void keep(String run, String unit, String note) throws IOException {
        shares.note(turn.orElseThrow(), unit, note);
    }

    @Override
    public void forget(String run) {
        // Whoever closes the run still has to judge it; the run is forgotten after that.
    }
}
