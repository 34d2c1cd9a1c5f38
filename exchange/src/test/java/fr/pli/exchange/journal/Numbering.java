package fr.pli.exchange.journal;

import org.springframework.stereotype.Component;

/** Gives the facts of a test their numbers at once, where no loop does it. */
@Component
public class Numbering {

    private final Sequencer sequencer;

    Numbering(Sequencer sequencer) {
        this.sequencer = sequencer;
    }

    public void catchUp() {
        sequencer.catchUp();
    }
}
