package fr.pli.expertise.rights;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that a fault of the matrix stops says that one sentence instead of a trace. */
final class MatrixFaultAnalyzer extends AbstractFailureAnalyzer<MatrixFault> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MatrixFault fault) {
        return new FailureAnalysis(
                "The matrix of rights is refused: " + fault.getMessage() + ".",
                "Correct that line, or leave the setting pli.expertise.rights-matrix empty to use the shipped matrix.",
                fault);
    }
}
