-- What a registry of 0.1.0 lacks, besides what its code makes anew.
create index attestation_later_meeting_id_idx on attestation (later_meeting_id) where later_meeting_id is not null;
alter table registry add column delivers_at text, add column duties_told_on date;
