/**
 * The verbs of Compose (v5, docker/compose docs/reference), one a line as in the flag table: name;
 * other roads; i if options may follow arguments; least-most arguments; their names; flags; what it
 * does, as a phrase that begins with its verb. Types: 0 list, 3 string, 4 int, 6 switch, 9 bytes,
 * 0* list that may repeat; O what only prints otherwise, H what counts even as 0. `scale` has the timeout of 2015, too.
 */
export const composeTable = `
up;;i;0-;[SERVICE...];abort-on-container-exit//6 abort-on-container-failure//6 always-recreate-deps//6 attach//0* attach-dependencies//6 build//6 detach/d/6 exit-code-from//3 force-recreate//6 menu//6 no-attach//0* no-build//6 no-color//6 no-deps//6 no-log-prefix//6 no-recreate//6 no-start//6 pull//3 quiet-build//6 quiet-pull//6 remove-orphans//6 renew-anon-volumes/V/6 scale//0* timeout/t/4H timestamps//6 wait//6 wait-timeout//4 watch/w/6 yes/y/6;create~ what is missing of the project, remake~ what has changed, and start~ its services
down;;i;0-;[SERVICE...];volumes/v/6 rmi//3 remove-orphans//6 timeout/t/4H;stop~ and remove~ the project's containers and networks
ps;;i;0-;[SERVICE...];all/a/6 quiet/q/6O services//6O format//3O filter//3 status//0* no-trunc//6 orphans//6=true;list the project's containers
logs;;i;0-;[SERVICE...];follow/f/6 index//4 tail/n/3=all timestamps/t/6 since//3 until//3 no-color//6 no-log-prefix//6;print what the services have written
exec;;;2-;SERVICE COMMAND [ARGS...];detach/d/6 env/e/0* index//4=1 interactive/i/6=true no-tty/T/6=true no-TTY//6=true privileged//6 tty/t/6=true user/u/3 workdir/w/3;run one more command in a service's running container
run;;;1-;SERVICE [COMMAND] [ARGS...];build//6 cap-add//0* cap-drop//0* detach/d/6 entrypoint//3 env/e/0* env-from-file//0* interactive/i/6=true label/l/0* name//3 no-tty/T/6=true no-TTY//6=true tty/t/6=true no-deps//6 publish/p/0* pull//3 quiet/q/6 quiet-build//6 quiet-pull//6 rm//6 service-ports/P/6 user/u/3 volume/v/0* workdir/w/3 use-aliases//6 remove-orphans//6;start one more container of a service for one command
build;;i;0-;[SERVICE...];build-arg//0* builder//3 check//6 compress//6 force-rm//6 no-rm//6 parallel//6 memory/m/9 no-cache//6 print//6 progress//3 provenance//3 pull//6 push//6 quiet/q/6 sbom//3 ssh//3 with-dependencies//6;build the services' images
pull;;i;0-;[SERVICE...];quiet/q/6 ignore-pull-failures//6 ignore-buildable//6 parallel//6 no-parallel//6 include-deps//6 policy//3;fetch the services' images
push;;i;0-;[SERVICE...];quiet/q/6 ignore-push-failures//6 include-deps//6;send the services' images to their registries
start;;i;0-;[SERVICE...];wait//6 wait-timeout//4;start the services' containers that are there already
stop;;i;0-;[SERVICE...];timeout/t/4H;stop~ the services' containers and keep~ them
restart;;i;0-;[SERVICE...];timeout/t/4H no-deps//6;stop~ the services' containers and start~ them again
kill;;i;0-;[SERVICE...];signal/s/3=SIGKILL remove-orphans//6;send the services' containers a signal
rm;;i;0-;[SERVICE...];all/a/6 force/f/6 stop/s/6 volumes/v/6;remove the services' stopped containers
pause;;i;0-;[SERVICE...];;pause the services' containers
unpause;;i;0-;[SERVICE...];;let the services' paused containers run again
create;;i;0-;[SERVICE...];build//6 force-recreate//6 no-build//6 no-recreate//6 pull//3 quiet-pull//6 remove-orphans//6 scale//0* yes/y/6;create the services' containers without starting them
config;convert;i;0-;[SERVICE...];environment//6 format//3 hash//3 images//6 lock-image-digests//6 models//6 networks//6 no-consistency//6 no-env-resolution//6 no-interpolate//6 no-normalize//6 no-path-resolution//6 output/o/3 profiles//6 quiet/q/6 resolve-image-digests//6 services//6 variables//6 volumes//6;check~ the Compose file and print~ it as Compose reads it
images;;i;0-;[SERVICE...];quiet/q/6 format//3;list the images of the project's containers
top;;i;0-;[SERVICE...];;list the processes of the services' containers
port;;i;2-2;SERVICE PORT;index//4 protocol//3=tcp;print on which host port a service's port is published
ls;;i;0-0;;all/a/6 quiet/q/6 format//3 filter//0*;list the Compose projects that run
scale;;i;1-;[SERVICE=REPLICAS...];no-deps//6 timeout/t/4H;set how many containers of a service run
version;;i;0-0;;short//6 format/f/3;print the version of Compose
attach;;i;1-1;SERVICE;detach-keys//3 index//4 no-stdin//6 sig-proxy//6=true;attach this terminal to a service's container
commit;;i;1-2;SERVICE [REPOSITORY[:TAG]];author/a/3 change/c/0* index//4 message/m/3 pause/p/6=true;make an image of a service's container
cp;;i;2-2;SOURCE TARGET;all//6 archive/a/6 follow-link/L/6 index//4;copy files between a service's container and this machine
events;;i;0-;[SERVICE...];json//6 since//3 until//3;print what happens to the project's containers
export;;i;1-1;SERVICE;index//4 output/o/3;export the file system of a service's container as an archive
publish;;i;1-1;REPOSITORY[:TAG];app//6 oci-version//3 resolve-image-digests//6 with-env//6 yes/y/6;send the Compose application to a registry
stats;;i;0-1;[SERVICE];all/a/6 format//3 no-stream//6 no-trunc//6;show what the project's containers use of processor and memory
volumes;;i;0-;[SERVICE...];format//3 quiet/q/6;list the project's volumes
wait;;i;1-;SERVICE [SERVICE...];down-project//6;wait until containers of the services end
watch;;i;0-;[SERVICE...];no-up//6 prune//6=true quiet//6;build~ again or copy~ files whenever the source changes
bridge convert;;i;0-0;;output/o/3 templates//3 transformation/t/0*;turn the Compose file into files for another platform
bridge transformations create;;i;1-1;PATH;from/f/3;create a transformation of your own
bridge transformations list;bridge transformations ls;i;0-0;;format//3 quiet/q/6;list the transformations that can be used
alpha dry-run;;;1-;COMMAND;;try a command without doing anything
alpha generate;;i;0-;[CONTAINER...];format//3 name//3 project-dir//3;write a Compose file from containers that exist
alpha publish;;i;1-1;REPOSITORY[:TAG];app//6 oci-version//3 resolve-image-digests//6 with-env//6 yes/y/6;send the Compose application to a registry
alpha scale;;i;1-;[SERVICE=REPLICAS...];no-deps//6;set how many containers of a service run
alpha viz;;i;0-0;;image//6 indentation-size//4 networks//6 ports//6 spaces//6;draw the project as a graph
alpha watch;;i;0-;[SERVICE...];no-up//6 quiet//6;build~ again or copy~ files whenever the source changes
`;

/** Options of Compose itself, which stand before the verb. */
export const composeGlobals =
  "all-resources//6 workdir//3 no-ansi//6 file/f/0* project-name/p/3 profile//0* env-file//0* project-directory//3 compatibility//6 ansi//3 progress//3 parallel//4 verbose//6 dry-run//6 version/v/6";

/** The one option that may stand on either side of the verb. */
export const composeAnywhere = "dry-run//6";
