package io.exhibit.console.book;

import java.util.List;

/**
 * A page with the form of one entry.
 *
 * @param here the place of the book that it belongs to, as the bar names it
 * @param back where that place is, below the month
 * @param action where the form is sent, below the month
 * @param remove where the form is sent that takes the entry out, or "" where that is not done
 * @param download where the file is handed out that belongs to the entry, or "" where there is none
 * @param file that is changed
 * @param takesFile whether a file is handed in with it
 */
record EntryForm(
        String here,
        String back,
        String title,
        String lead,
        String action,
        String remove,
        String download,
        String file,
        boolean takesFile,
        List<EntryField> fields) {

    /** One to which no file belongs. */
    EntryForm(
            String here,
            String back,
            String title,
            String lead,
            String action,
            String remove,
            String file,
            List<EntryField> fields) {
        this(here, back, title, lead, action, remove, "", file, false, fields);
    }
}
