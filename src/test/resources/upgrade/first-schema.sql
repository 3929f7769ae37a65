-- A house as the first version left it (schema 5): rows in every table, of people that do not exist.
insert into article (id, source, link, title, excerpt, html, image_url, image_alt, author, topics, reading_minutes, published_at, first_seen_at, updated_at) values
    (1, 'news', 'https://clinic.example/walk', 'A walk a day', 'It does you good.', '<p>It does you good.</p>', 'https://clinic.example/walk.jpg', 'A path', 'Dr Moss', 'sleep|heart', 2, '2026-01-05 08:00:00+00', '2026-01-05 09:00:00+00', '2026-01-05 09:00:00+00'),
    (2, 'articles', null, 'Größe ist “relativ” 🌱', 'Umlauts & <tags>', '<p>Umlauts &amp; more</p>', null, null, null, '', 1, null, '2026-01-06 09:00:00+00', '2026-01-06 09:00:00+00');
insert into article_identity (digest, article_id) values
    ('1111111111111111111111111111111111111111111111111111111111111111', 1),
    ('2222222222222222222222222222222222222222222222222222222222222222', 1),
    ('3333333333333333333333333333333333333333333333333333333333333333', 2);
insert into mailing_list (id, name, created_at) values
    (1, 'newsletter', '2026-01-01 10:00:00+00'), (2, 'back-care', '2026-01-02 10:00:00+00');
insert into subscriber (id, address, canonical, address_digest, first_name, last_name, language, time_zone, topics, frequency, attributes, created_at, updated_at) values
    (1, 'Ana@example.com', 'ana@example.com', 'a111', 'Ana', 'Brook', 'es', 'Europe/Madrid', 'sleep', 'weekly', '{"physio":"Dr Moss"}', '2026-01-01 10:00:00+00', '2026-01-02 10:00:00+00'),
    (2, 'bo@example.com', 'bo@example.com', 'b222', null, null, null, null, null, null, '{}', '2026-01-01 10:00:00+00', '2026-01-01 10:00:00+00'),
    (3, 'cy@example.org', 'cy@example.org', 'c333', 'Cy', null, null, null, null, 'monthly', '{}', '2026-01-01 10:00:00+00', '2026-01-01 10:00:00+00'),
    (4, 'di@example.org', 'di@example.org', 'd444', 'Di', null, null, null, null, null, '{}', '2026-01-01 10:00:00+00', '2026-01-01 10:00:00+00');
insert into subscription (list_id, subscriber_id, state, consent_source, consent_at, consent_wording, created_at, changed_at) values
    (1, 1, 'confirmed', 'front desk', '2025-12-01 10:00:00+00', 'I want the newsletter.', '2026-01-01 10:00:00+00', '2026-01-01 10:00:00+00'),
    (2, 1, 'unsubscribed', null, null, null, '2026-01-01 10:00:00+00', '2026-01-09 10:00:00+00'),
    (1, 2, 'confirmed', null, null, null, '2026-01-01 10:00:00+00', '2026-01-01 10:00:00+00'),
    (1, 3, 'confirmed', null, null, null, '2026-01-01 10:00:00+00', '2026-01-01 10:00:00+00'),
    (1, 4, 'confirmed', null, null, null, '2026-01-01 10:00:00+00', '2026-01-01 10:00:00+00');
insert into suppression (address_digest, reason, note, created_at) values
    ('e555', 'complaint', 'called the desk', '2026-01-03 10:00:00+00'), ('f666', 'hard-bounce', null, '2026-01-03 10:00:00+00');
insert into campaign (id, name, kind, title, template, max_articles, created_at) values
    (11, 'weekly-digest', 'digest', 'Weekly digest', 'digest', 8, '2026-01-01 10:00:00+00'),
    (12, 'flu-jabs', 'one-off', 'Flu jabs', 'announcement', null, '2026-01-04 10:00:00+00');
insert into campaign_list (campaign_id, list_id) values (11, 1);
insert into edition (id, campaign_id, relay, sandbox, state, subject, content_hash, signing_key, audience, rejected_rows, broken_sources, composed_at, finished_at) values
    (21, 11, 'sandbox', true, 'finished', 'Weekly digest: A walk a day', 'hash-1', '0001', 1, 2, 'old-feed', '2026-01-08 09:00:00+00', '2026-01-08 09:01:00+00'),
    (22, 11, 'smtp.example:587', false, 'stopped', 'Weekly digest: two reads', 'hash-2', '0001', 4, 0, '', '2026-01-15 09:00:00+00', null);
insert into edition_list (edition_id, list_id) values (22, 1);
insert into edition_article (edition_id, position, article_id, shown, title, link, excerpt, html, image_url, image_alt, reading_minutes) values
    (21, 1, 1, 'full', 'A walk a day', 'https://clinic.example/walk', 'It does you good.', '<p>It does you good.</p>', null, null, 2),
    (22, 1, 2, 'excerpt', 'Größe ist “relativ” 🌱', null, 'Umlauts', '<p>Umlauts</p>', null, null, 1);
insert into article_release (campaign_id, article_id, sandbox, edition_id) values (11, 1, true, 21), (11, 2, false, 22);
insert into edition_variant (id, edition_id, html, plain) values
    (31, 21, '<p>Dear [[first_name]]</p>', 'Dear [[first_name]]'), (32, 22, '<p>Two reads</p>', 'Two reads');
insert into edition_step (edition_id, name, position, seconds) values (21, 'import', 0, 1.25), (21, 'deliver', 1, 10.5);
insert into delivery (id, edition_id, variant_id, subscriber_id, address, canonical, state, reason, feedback, attempts, next_attempt_at, owner, lease_until, reply_code, reply_status, reply_text, settled_at) values
    (41, 21, 31, 1, 'Ana@example.com', 'ana@example.com', 'accepted', null, null, 1, null, null, null, 250, '2.0.0', 'kept', '2026-01-08 09:00:30+00'),
    (42, 22, 32, 1, 'Ana@example.com', 'ana@example.com', 'accepted', null, 'bounced', 1, null, null, null, 250, '2.0.0', 'queued', '2026-01-15 09:00:30+00'),
    (43, 22, 32, 2, 'bo@example.com', 'bo@example.com', 'rejected', null, null, 1, null, null, null, 550, '5.1.1', 'user unknown', '2026-01-15 09:00:31+00'),
    (44, 22, 32, 3, 'cy@example.org', 'cy@example.org', 'claimed', null, null, 1, null, 'process-7', '2026-01-15 09:05:00+00', null, null, null, null),
    (45, 22, 32, 4, 'di@example.org', 'di@example.org', 'claimed', null, null, 0, null, 'process-7', '2026-01-15 09:05:00+00', null, null, null, null);
insert into attempt (delivery_id, number, begun_at, ended_at, outcome, reply_code, reply_status, reply_text) values
    (41, 1, '2026-01-08 09:00:29+00', '2026-01-08 09:00:30+00', 'accepted', 250, '2.0.0', 'kept'),
    (42, 1, '2026-01-15 09:00:29+00', '2026-01-15 09:00:30+00', 'accepted', 250, '2.0.0', 'queued'),
    (43, 1, '2026-01-15 09:00:30+00', '2026-01-15 09:00:31+00', 'rejected', 550, '5.1.1', 'user unknown'),
    (44, 1, '2026-01-15 09:00:32+00', null, null, null, null, null);
insert into batch_job_instance (job_instance_id, version, job_name, job_key) values (1, 0, 'round', 'key-1');
insert into batch_job_execution (job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message, last_updated) values
    (1, 2, 1, '2026-01-08 09:00:00', '2026-01-08 09:00:00', '2026-01-08 09:01:00', 'COMPLETED', 'COMPLETED', '', '2026-01-08 09:01:00');
insert into batch_job_execution_params (job_execution_id, parameter_name, parameter_type, parameter_value, identifying) values
    (1, 'run', 'java.lang.String', 'r-1', 'Y');
insert into batch_step_execution (step_execution_id, version, step_name, job_execution_id, create_time, start_time, end_time, status, commit_count, read_count, filter_count, write_count, read_skip_count, write_skip_count, process_skip_count, rollback_count, exit_code, exit_message, last_updated) values
    (1, 3, 'deliver', 1, '2026-01-08 09:00:00', '2026-01-08 09:00:00', '2026-01-08 09:01:00', 'COMPLETED', 1, 0, 0, 0, 0, 0, 0, 0, 'COMPLETED', '', '2026-01-08 09:01:00');
insert into batch_step_execution_context (step_execution_id, short_context) values (1, '{}');
insert into batch_job_execution_context (job_execution_id, short_context) values (1, '{}');
