package fr.pli.expertise.rights;

import java.io.Serial;

/** A file of rights that says too little, too much or what nobody knows; its message is one sentence for the operator. */
final class MatrixFault extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    MatrixFault(String sentence) {
        super(sentence);
    }
}
