package io.exhibit.console;

import io.exhibit.console.book.BookDesk;
import io.exhibit.console.frame.Desk;
import io.exhibit.console.packs.PackDesk;
import io.exhibit.console.packs.PackRoom;
import io.exhibit.console.runs.ScheduleDesk;

/**
 * Everything that the console asks; whoever wires it up says where it comes from.
 *
 * @param month how things stand
 * @param book what is asked of the organization, to be edited
 * @param packs what was issued and what waits
 * @param room what lies behind issued packs
 * @param schedule what is due
 */
public record Desks(Desk month, BookDesk book, PackDesk packs, PackRoom room, ScheduleDesk schedule) {}
