package org.mailround.subscriber;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a column seems to hold, by the names that practice programs give it in English, Spanish and German. */
final class ColumnGuess {

    private static final Map<String, List<String>> NAMES = Map.of(
            Columns.EMAIL,
            List.of(
                    "email",
                    "e_mail",
                    "mail",
                    "email_address",
                    "e_mail_address",
                    "e_mail_adresse",
                    "correo",
                    "correo_electronico",
                    "correo_electrónico",
                    "emailadresse"),
            "first_name",
            List.of("first_name", "firstname", "given_name", "forename", "vorname", "nombre", "nombre_de_pila"),
            "last_name",
            List.of(
                    "last_name",
                    "lastname",
                    "surname",
                    "family_name",
                    "nachname",
                    "familienname",
                    "apellido",
                    "apellidos"),
            Columns.FULL_NAME,
            List.of("full_name", "name", "patient_name", "patient", "nombre_completo", "nombre_y_apellidos"),
            "language",
            List.of("language", "lang", "sprache", "idioma", "lengua"),
            "time_zone",
            List.of("time_zone", "timezone", "zeitzone", "zona_horaria"),
            "topics",
            List.of("topics", "themen", "temas", "interests"),
            "frequency",
            List.of("frequency", "häufigkeit", "frecuencia"),
            "consent_at",
            List.of("consent_at", "consent_date", "marketing_consent", "einwilligung_am", "fecha_de_consentimiento"),
            "consent_source",
            List.of("consent_source", "einwilligung_durch", "origen_del_consentimiento"));

    private static final Map<String, String> MEANINGS = new HashMap<>();

    static {
        NAMES.forEach((meaning, names) -> names.forEach(name -> MEANINGS.put(name, meaning)));
        Columns.knownNames().forEach(name -> MEANINGS.put(name, name));
    }

    private ColumnGuess() {}

    /** @param name as the file has it */
    static String of(String name) {
        return MEANINGS.getOrDefault(Columns.normalise(name), UploadMapping.IGNORED);
    }
}
