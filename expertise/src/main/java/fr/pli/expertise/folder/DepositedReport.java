package fr.pli.expertise.folder;

import fr.pli.expertise.dossier.FinalReport;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The final report is what is published in « Rapport définitif » or a subfolder of it (E-2). */
@Component
class DepositedReport implements FinalReport {

    private final JdbcClient jdbc;

    DepositedReport(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean deposited(UUID expertise) {
        return jdbc.sql("""
                        select exists (select 1 from folder
                          where expertise = ? and kind = 'GREFFE_RAPPORT_DEFINITIF' and documents > 0)
                        """).param(expertise).query(Boolean.class).single();
    }
}
