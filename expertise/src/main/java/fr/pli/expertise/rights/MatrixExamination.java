package fr.pli.expertise.rights;

import fr.pli.exchange.platform.Examination;
import fr.pli.exchange.platform.Findings;
import fr.pli.exchange.platform.Installation;

/** Whether the matrix of rights that the next start would read is whole (M-1); a fault would stop it. */
public final class MatrixExamination implements Examination {

    @Override
    public String part() {
        return "rights";
    }

    @Override
    public void examine(Installation installation, Findings findings) {
        var settings = installation.settings("pli.expertise", RightsSettings.class);
        try {
            MatrixSource.read(settings);
            if (settings.rightsMatrix() == null) {
                findings.well("shipped");
            } else {
                findings.well("own", settings.rightsMatrix());
            }
        } catch (MatrixFault fault) {
            findings.wrong("fault", String.valueOf(fault.getMessage()));
        }
    }
}
