package fr.pli.ops;

/** Ends the command with a sentence and an exit status. */
final class Stop extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    Stop(int status, String sentence) {
        super(sentence);
        this.status = status;
    }

    int status() {
        return status;
    }
}
