-- Whether a node was being stopped when it was seen last: then nobody misses it. One that is missed keeps its row until a node of its
-- host takes its place, or somebody forgets it.
alter table node add column leaving boolean not null default false;
