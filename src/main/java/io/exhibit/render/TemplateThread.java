package io.exhibit.render;

import freemarker.core.Environment;

/**
 * Fills templates until its deadline. FreeMarker asks the thread at each turn of a list whether it was interrupted
 * (freemarker.core.ThreadInterruptionSupportTemplatePostProcessor); this one answers by its deadline, so that it stops at
 * the same turn everywhere, and notes where.
 */
final class TemplateThread extends Thread {

    /** What is done in it. */
    interface Work {
        void run() throws Exception;
    }

    private static final long STACK = 4L * 1024 * 1024;

    private final Work work;
    private final Deadline deadline;
    private String place = "";
    private Throwable thrown;

    TemplateThread(Work work, Deadline deadline) {
        super(null, null, "templates", STACK);
        setDaemon(true);
        this.work = work;
        this.deadline = deadline;
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (Throwable e) {
            // Whatever it is, the caller has to know: half a page would be taken for the whole one.
            thrown = e;
        }
    }

    @Override
    public boolean isInterrupted() {
        Environment environment = Environment.getCurrentEnvironment();
        if (Thread.currentThread() != this || environment == null || !deadline.over()) {
            return super.isInterrupted();
        }
        if (place.isEmpty()) {
            place = TemplateSlip.where(environment);
        }
        return true;
    }

    String place() {
        return place;
    }

    /** What ended it, or null. */
    Throwable thrown() {
        return thrown;
    }
}
