package fr.pli.expertise.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the court's order says, as the expert typed it (D-10); checked by {@link OrderCheck}.
 *
 * @param court code or name of the reference
 * @param decidedOn day of the decision
 * @param magistrat address of the magistrat in charge of control
 * @param greffier address of the greffier
 * @param amount of the provision, euros
 * @param due until when the provision is to be paid
 * @param reportDue when the report is expected
 */
public record Order(
        @Nullable String claimant,
        @Nullable String defendant,
        @Nullable String court,
        @Nullable String rg,
        @Nullable String mi,
        @Nullable LocalDate decidedOn,
        @Nullable String magistrat,
        @Nullable String greffier,
        @Nullable BigDecimal amount,
        @Nullable LocalDate due,
        @Nullable LocalDate reportDue) {}
