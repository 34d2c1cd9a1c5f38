package fr.pli.exchange.account;

/**
 * A court of the reference.
 *
 * @param type {@code CA}, {@code TJ}, {@code TC} or {@code TAE}
 * @param code stable, such as {@code TJ33063}
 * @param label as it is shown, such as « Tribunal judiciaire de Bordeaux »
 */
public record Court(String type, String code, String label) {

    /** « Tribunal de commerce » or « tribunal des activités économiques ». */
    public boolean commercial() {
        return type.equals("TC") || type.equals("TAE");
    }
}
