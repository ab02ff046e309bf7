/**
 * Every command of Docker version 28.2.2, one a line; written by scripts/docker-spec.ts.
 * name;other roads;i if options may follow arguments;least-most arguments;their names;flags;
 * action;what the arguments are; and each flag as long/short/type, * if it may repeat, ! if for
 * Windows engines, a capital for its rule, =default.
 */
export const flagTypes =
  "list map uint16 string int decimal bool gpu-request duration bytes uint mount network ulimit filter strings stringToString config credential-spec command pref port float secret pem-file external-ca uint32 ipNetSlice node-addr";

export const flagRules =
  "hosts options own caps order client signal keep set pairs lower images platform keepOff output platforms csvset nonzero scalar once noted";

export const globalFlags =
  "config//3 context/c/3 debug/D/6 host/H/0* log-level/l/3=info tls//6 tlscacert//3 tlscert//3 tlskey//3 tlsverify//6 version/v/6";

export const flagTable = `
container run;run;;1-;IMAGE [COMMAND] [ARG...];add-host//0*A annotation//1*B attach/a/0*C blkio-weight//2 blkio-weight-device//0* cap-add//0*D cap-drop//0*D cgroup-parent//3 cgroupns//3C cidfile//3C cpu-count//4! cpu-percent//4! cpu-period//4 cpu-quota//4 cpu-rt-period//4 cpu-rt-runtime//4 cpu-shares/c/4 cpus//5 cpuset-cpus//3 cpuset-mems//3 detach/d/6C detach-keys//3C device//0*C device-cgroup-rule//0* device-read-bps//0* device-read-iops//0* device-write-bps//0* device-write-iops//0* disable-content-trust//6C=true dns//0*E dns-option//0* dns-search//0*E domainname//3 entrypoint//3C env/e/0*C env-file//0*C expose//0*C gpus//7*C group-add//0* health-cmd//3C health-interval//8C health-retries//4C health-start-interval//8C health-start-period//8C health-timeout//8C hostname/h/3 init//6 interactive/i/6C io-maxbandwidth//9! io-maxiops//a! ip//3C ip6//3C ipc//3C isolation//3 kernel-memory//9F label/l/0*C label-file//0*C link//0*C link-local-ip//0*C log-driver//3 log-opt//0*B mac-address//3C memory/m/9C memory-reservation//9 memory-swap//9C memory-swappiness//4=-1 mount//b*C name//3C network//c*C network-alias//0*C no-healthcheck//6C oom-kill-disable//6 oom-score-adj//4 pid//3C pids-limit//4 platform//3C privileged//6 publish/p/0*C publish-all/P/6 pull//3C=missing quiet/q/6F read-only//6 restart//3C=no rm//6 runtime//3 security-opt//0*C shm-size//9 sig-proxy//6F=true stop-signal//3G stop-timeout//4H storage-opt//0*B sysctl//1*B tmpfs//0*C tty/t/6C ulimit//d*C use-api-socket//6 user/u/3 userns//3C uts//3C volume/v/0*C volume-driver//3 volumes-from//0*E workdir/w/3C net//3 net-alias//3 dns-opt//3;run container;own
container exec;exec;;2-;CONTAINER COMMAND [ARG...];detach/d/6C detach-keys//3 env/e/0*C env-file//0*C interactive/i/6C privileged//6 tty/t/6 user/u/3 workdir/w/3;execute in container;container command+
container ls;ps,container list,container ps;i;0-0;;all/a/6C filter/f/e* format//3C last/n/4C=-1 latest/l/6C no-trunc//6C quiet/q/6C size/s/6C;list containers;
image build;build,builder build;i;1-1;PATH | URL | -;add-host//0*I build-arg//0*C cache-from//f* cgroup-parent//3 compress//6F cpu-period//4 cpu-quota//4 cpu-shares/c/4 cpuset-cpus//3 cpuset-mems//3 disable-content-trust//6F=true file/f/3C force-rm//6 iidfile//3C isolation//3 label//0*J memory/m/9 memory-swap//9 network//3=default no-cache//6 platform//3K pull//6 quiet/q/6 rm//6=true security-opt//f* shm-size//9 squash//6! tag/t/0*L target//3 ulimit//d*C;build image;own
image pull;pull;i;1-1;NAME[:TAG|@DIGEST];all-tags/a/6C disable-content-trust//6C=true platform//3K quiet/q/6F;pull image;own
image push;push;i;1-1;NAME[:TAG];all-tags/a/6C disable-content-trust//6C=true platform//3M quiet/q/6F;push image;own
image ls;images,image list;i;0-1;[REPOSITORY[:TAG]];all/a/6 digests//6C filter/f/e* format//3C no-trunc//6C quiet/q/6C tree//6;list images;own
login;;i;0-1;[SERVER];password/p/3C password-stdin//6C username/u/3C;log in;own
logout;;i;0-1;[SERVER];;log out;own
search;;i;1-1;TERM;filter/f/e* format//3C limit//4 no-trunc//6C;search images;term
version;;i;0-0;;format/f/3C;show version;
system info;info;i;0-0;;format/f/3C;show information;
builder prune;;i;0-0;;all/a/6 filter//e* force/f/6C keep-storage//9;prune build cache;
checkpoint create;;i;2-2;CONTAINER CHECKPOINT;checkpoint-dir//3! leave-running//6!;create checkpoint;container checkpoint
checkpoint ls;checkpoint list;i;1-1;CONTAINER;checkpoint-dir//3!;list checkpoints;container
checkpoint rm;checkpoint remove;i;2-2;CONTAINER CHECKPOINT;checkpoint-dir//3!;remove checkpoint;container checkpoint
container attach;attach;i;1-1;CONTAINER;detach-keys//3 no-stdin//6F sig-proxy//6F=true;attach to container;container
container commit;commit;;1-2;CONTAINER [REPOSITORY[:TAG]];author/a/3 change/c/0*C message/m/3 pause/p/6N=true;commit container;container
container cp;cp;i;2-2;CONTAINER:SRC_PATH DEST_PATH|-;archive/a/6F follow-link/L/6C quiet/q/6F;copy files;own
container create;create;;1-;IMAGE [COMMAND] [ARG...];add-host//0*A annotation//1*B attach/a/0*C blkio-weight//2 blkio-weight-device//0* cap-add//0*D cap-drop//0*D cgroup-parent//3 cgroupns//3C cidfile//3C cpu-count//4! cpu-percent//4! cpu-period//4 cpu-quota//4 cpu-rt-period//4 cpu-rt-runtime//4 cpu-shares/c/4 cpus//5 cpuset-cpus//3 cpuset-mems//3 device//0*C device-cgroup-rule//0* device-read-bps//0* device-read-iops//0* device-write-bps//0* device-write-iops//0* disable-content-trust//6C=true dns//0*E dns-option//0* dns-search//0*E domainname//3 entrypoint//3C env/e/0*C env-file//0*C expose//0*C gpus//7*C group-add//0* health-cmd//3C health-interval//8C health-retries//4C health-start-interval//8C health-start-period//8C health-timeout//8C hostname/h/3 init//6 interactive/i/6C io-maxbandwidth//9! io-maxiops//a! ip//3C ip6//3C ipc//3C isolation//3 kernel-memory//9F label/l/0*C label-file//0*C link//0*C link-local-ip//0*C log-driver//3 log-opt//0*B mac-address//3C memory/m/9C memory-reservation//9 memory-swap//9C memory-swappiness//4=-1 mount//b*C name//3C network//c*C network-alias//0*C no-healthcheck//6C oom-kill-disable//6 oom-score-adj//4 pid//3C pids-limit//4 platform//3C privileged//6 publish/p/0*C publish-all/P/6 pull//3C=missing quiet/q/6F read-only//6 restart//3C=no rm//6 runtime//3 security-opt//0*C shm-size//9 stop-signal//3G stop-timeout//4H storage-opt//0*B sysctl//1*B tmpfs//0*C tty/t/6C ulimit//d*C use-api-socket//6 user/u/3 userns//3C uts//3C volume/v/0*C volume-driver//3 volumes-from//0*E workdir/w/3C net//3 net-alias//3 dns-opt//3;create container;own
container diff;diff;i;1-1;CONTAINER;;list changed files;container
container export;export;i;1-1;CONTAINER;output/o/3C;export container;container
container inspect;;i;1-;CONTAINER [CONTAINER...];format/f/3C size/s/6;inspect containers;containers*
container kill;kill;i;1-;CONTAINER [CONTAINER...];signal/s/3C;kill containers;containers*
container logs;logs;i;1-1;CONTAINER;details//6 follow/f/6 since//3C tail/n/3=all timestamps/t/6 until//3C;show logs;container
container pause;pause;i;1-;CONTAINER [CONTAINER...];;pause containers;containers*
container port;port;i;1-2;CONTAINER [PRIVATE_PORT[/PROTO]];;show ports;own
container prune;;i;0-0;;filter//e*C force/f/6C;prune containers;
container rename;rename;i;2-2;CONTAINER NEW_NAME;;rename container;container name
container restart;restart;i;1-;CONTAINER [CONTAINER...];signal/s/3G timeout/t/4C time//3C;restart containers;containers*
container rm;container remove,rm;i;1-;CONTAINER [CONTAINER...];force/f/6 link/l/6 volumes/v/6;remove containers;containers*
container start;start;i;1-;CONTAINER [CONTAINER...];attach/a/6C checkpoint//3! checkpoint-dir//3! detach-keys//3C interactive/i/6C;start containers;containers*
container stats;stats;i;0-;[CONTAINER...];all/a/6C format//3C no-stream//6 no-trunc//6C;show statistics;containers*
container stop;stop;i;1-;CONTAINER [CONTAINER...];signal/s/3G timeout/t/4C time//3C;stop containers;containers*
container top;top;;1-;CONTAINER [ps OPTIONS];;list processes;own
container unpause;unpause;i;1-;CONTAINER [CONTAINER...];;unpause containers;containers*
container update;update;i;1-;CONTAINER [CONTAINER...];blkio-weight//2 cpu-period//4 cpu-quota//4 cpu-rt-period//4 cpu-rt-runtime//4 cpu-shares/c/4 cpus//5 cpuset-cpus//3 cpuset-mems//3 memory/m/9 memory-reservation//9 memory-swap//9 pids-limit//4 restart//3C kernel-memory//3;update containers;containers*
container wait;wait;i;1-;CONTAINER [CONTAINER...];;wait for containers;containers*
context create;;i;1-1;CONTEXT;description//3 docker//g from//3;create context;context
context export;;i;1-2;CONTEXT [FILE|-];;export context;context archive
context import;;i;2-2;CONTEXT FILE|-;;import context;context archive
context inspect;;i;0-;[CONTEXT] [CONTEXT...];format/f/3C;inspect contexts;contexts*
context ls;context list;i;0-0;;format//3C quiet/q/6C;list contexts;
context rm;context remove;i;1-;CONTEXT [CONTEXT...];force/f/6;remove contexts;contexts*
context show;;i;0-0;;;show context;
context update;;i;1-1;CONTEXT;description//3 docker//g;update context;context
context use;;i;0-;CONTEXT;;use context;context
image history;history;i;1-1;IMAGE;format//3C human/H/6O=true no-trunc//6C platform//3M quiet/q/6C;show history;image@
image import;import;i;1-;file|URL|- [REPOSITORY[:TAG]];change/c/0*C message/m/3 platform//3K;import image;own
image inspect;;i;1-;IMAGE [IMAGE...];format/f/3C platform//3M;inspect images;images@*
image load;load;i;0-0;;input/i/3C platform//3M quiet/q/6F;load images;
image prune;;i;0-0;;all/a/6C filter//e*C force/f/6C;prune images;
image rm;image remove,rmi;i;1-;IMAGE [IMAGE...];force/f/6 no-prune//6 platform//f*P;remove images;images@*
image save;save;i;1-;IMAGE [IMAGE...];output/o/3C platform//3M;save images;images@*
image tag;tag;;2-2;SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG];;tag image;own
manifest annotate;;i;2-2;MANIFEST_LIST MANIFEST;arch//3 os//3 os-features//f* os-version//3 variant//3;annotate manifest;manifest-list@ manifest@
manifest create;;i;2-;MANIFEST_LIST MANIFEST [MANIFEST...];amend/a/6 insecure//6;create manifest list;manifest-list@ manifests@*
manifest inspect;;i;1-2;[MANIFEST_LIST] MANIFEST;insecure//6 verbose/v/6O;inspect manifest;own
manifest push;;i;1-1;MANIFEST_LIST;insecure//6 purge/p/6;push manifest list;manifest-list@
manifest rm;;i;1-;MANIFEST_LIST [MANIFEST_LIST...];;remove manifest lists;manifest-lists@*
network connect;;i;2-2;NETWORK CONTAINER;alias//f*Q driver-opt//f*C gw-priority//4 ip//3 ip6//3 link//0*I link-local-ip//f*;connect network;network container
network create;;i;1-1;NETWORK;attachable//6 aux-address//1*C config-from//3 config-only//6 driver/d/3=bridge gateway//f*C ingress//6 internal//6 ip-range//f*C ipam-driver//3=default ipam-opt//1* ipv4//6H=true ipv6//6 label//0*J opt/o/1* scope//3 subnet//f*C;create network;network
network disconnect;;i;2-2;NETWORK CONTAINER;force/f/6;disconnect network;network container
network inspect;;i;1-;NETWORK [NETWORK...];format/f/3C verbose/v/6;inspect networks;networks*
network ls;network list;i;0-0;;filter/f/e* format//3C no-trunc//6C quiet/q/6C;list networks;
network prune;;i;0-0;;filter//e*C force/f/6C;prune networks;
network rm;network remove;i;1-;NETWORK [NETWORK...];force/f/6F;remove networks;networks*
plugin create;;i;2-;PLUGIN PLUGIN-DATA-DIR;compress//6F;create plugin;plugin folder
plugin disable;;i;1-1;PLUGIN;force/f/6;disable plugin;plugin
plugin enable;;i;1-1;PLUGIN;timeout//4=30;enable plugin;plugin
plugin inspect;;i;1-;PLUGIN [PLUGIN...];format/f/3C;inspect plugins;plugins*
plugin install;;i;1-;PLUGIN [KEY=VALUE...];alias//3 disable//6 disable-content-trust//6F=true grant-all-permissions//6F;install plugin;plugin@ settings*
plugin ls;plugin list;i;0-0;;filter/f/e* format//3C no-trunc//6C quiet/q/6C;list plugins;
plugin push;;i;1-1;PLUGIN[:TAG];disable-content-trust//6F=true;push plugin;plugin@
plugin rm;plugin remove;i;1-;PLUGIN [PLUGIN...];force/f/6;remove plugins;plugins*
plugin set;;i;2-;PLUGIN KEY=VALUE [KEY=VALUE...];;set plugin;plugin settings*
plugin upgrade;;i;1-2;PLUGIN [REMOTE];disable-content-trust//6F=true grant-all-permissions//6F skip-remote-check//6F;upgrade plugin;plugin remote@
system df;;i;0-0;;format//3C verbose/v/6O;show disk usage;
system events;events;i;0-0;;filter/f/e* format//3C since//3C until//3C;show events;
system prune;;i;0-0;;all/a/6C filter//e*C force/f/6C volumes//6C;prune system;
trust key generate;;i;1-1;NAME;dir//3;generate signing key;name
trust key load;;i;1-1;KEYFILE;name//3=signer;load signing key;key
trust signer add;;i;2-;OPTIONS NAME REPOSITORY [REPOSITORY...];key//0*;add signer;signer repositories*
trust signer remove;;i;2-;NAME REPOSITORY [REPOSITORY...];force/f/6F;remove signer;signer repositories*
trust inspect;;i;1-;IMAGE[:TAG] [IMAGE[:TAG]...];pretty//6O;inspect signatures;images@*
trust revoke;;i;1-1;IMAGE[:TAG];yes/y/6F;revoke signature;image@
trust sign;;i;1-1;IMAGE:TAG;local//6;sign image;image@
volume create;;i;0-1;[VOLUME];availability//3C=active driver/d/3=local group//3C label//0*J limit-bytes//9C opt/o/1* required-bytes//9C scope//3C=single secret//1*F sharing//3C=none topology-preferred//0*F topology-required//0*F type//3C=block name//3C;create volume;own
volume inspect;;i;1-;VOLUME [VOLUME...];format/f/3C;inspect volumes;volumes*
volume ls;volume list;i;0-0;;cluster//6O filter/f/e* format//3C quiet/q/6C;list volumes;
volume prune;;i;0-0;;all/a/6C filter//e*C force/f/6C;prune volumes;
volume rm;volume remove;i;1-;VOLUME [VOLUME...];force/f/6;remove volumes;volumes*
volume update;;i;1-1;[VOLUME];availability//3=active;update volume;volume
config create;;i;2-2;CONFIG file|-;label/l/0*J template-driver//3;create config;own
config inspect;;i;1-;CONFIG [CONFIG...];format/f/3C pretty//6C;inspect configs;configs*
config ls;config list;i;0-0;;filter/f/e* format//3C quiet/q/6C;list configs;
config rm;config remove;i;1-;CONFIG [CONFIG...];;remove configs;configs*
node demote;;i;1-;NODE [NODE...];;update nodes;own
node inspect;;i;1-;self|NODE [NODE...];format/f/3C pretty//6C;inspect nodes;nodes*
node ls;node list;i;0-0;;filter/f/e* format//3C quiet/q/6C;list nodes;
node promote;;i;1-;NODE [NODE...];;update nodes;own
node ps;;i;0-;[NODE...];filter/f/e* format//3C no-resolve//6 no-trunc//6C quiet/q/6C;list tasks of nodes;own
node rm;node remove;i;1-;NODE [NODE...];force/f/6;remove nodes;nodes*
node update;;i;1-1;NODE;availability//3C label-add//0*C label-rm//0*C role//3C;update nodes;own
secret create;;i;1-2;SECRET [file|-];driver/d/3 label/l/0*J template-driver//3;create secret;own
secret inspect;;i;1-;SECRET [SECRET...];format/f/3C pretty//6C;inspect secrets;secrets*
secret ls;secret list;i;0-0;;filter/f/e* format//3C quiet/q/6C;list secrets;
secret rm;secret remove;i;1-;SECRET [SECRET...];;remove secrets;secrets*
service create;;;1-;IMAGE [COMMAND] [ARG...];cap-add//0*C cap-drop//0*C config//h*C constraint//0*C container-label//0*C credential-spec//i* detach/d/6C dns//0*E dns-option//0* dns-search//0*E endpoint-mode//3C=vip entrypoint//j*C env/e/0*C env-file//0*C generic-resource//0*E group//0* health-cmd//3C health-interval//8C health-retries//4C health-start-interval//8C health-start-period//8C health-timeout//8C host//0*I hostname//3 init//6 isolation//3R label/l/0*C limit-cpu//5 limit-memory//9 limit-pids//4 log-driver//3C log-opt//0*C max-concurrent//aC mode//3C=replicated mount//b*C name//3C network//c*C no-healthcheck//6C no-resolve-image//6C oom-score-adj//4 placement-pref//k*E publish/p/l*C quiet/q/6F read-only//6 replicas//aC replicas-max-per-node//a reserve-cpu//5 reserve-memory//9 restart-condition//3C=any restart-delay//8C=5s restart-max-attempts//aC restart-window//8C rollback-delay//8C rollback-failure-action//3C=pause rollback-max-failure-ratio//mC rollback-monitor//8C=5s rollback-order//3C=stop-first rollback-parallelism//aC=1 secret//n*C stop-grace-period//8R=10s stop-signal//3S sysctl//0*J tty/t/6 ulimit//d*C update-delay//8C update-failure-action//3C=pause update-max-failure-ratio//mC update-monitor//8C=5s update-order//3C=stop-first update-parallelism//aC=1 user/u/3 with-registry-auth//6C workdir/w/3;create service;own
service inspect;;i;1-;SERVICE [SERVICE...];format/f/3C pretty//6C;inspect services;services*
service logs;;i;1-1;SERVICE|TASK;details//6O follow/f/6 no-resolve//6 no-task-ids//6O no-trunc//6O raw//6 since//3C tail/n/3=all timestamps/t/6;show logs of service;service
service ls;service list;i;0-0;;filter/f/e* format//3C quiet/q/6C;list services;
service ps;;i;1-;SERVICE [SERVICE...];filter/f/e* format//3C no-resolve//6 no-trunc//6C quiet/q/6C;list tasks of services;services*
service rm;service remove;i;1-;SERVICE [SERVICE...];;remove services;services*
service rollback;;i;1-1;SERVICE;detach/d/6C quiet/q/6F;roll back service;service
service scale;;i;1-;SERVICE=REPLICAS [SERVICE=REPLICAS...];detach/d/6C;update services;own
service update;;i;1-1;SERVICE;args//j*C cap-add//0*C cap-drop//0*C config-add//h*C config-rm//0* constraint-add//0*C constraint-rm//0*C container-label-add//0*C container-label-rm//0*C credential-spec//i* detach/d/6C dns-add//0*T dns-option-add//0*T dns-option-rm//0* dns-rm//0* dns-search-add//0*T dns-search-rm//0* endpoint-mode//3C entrypoint//j*C env-add//0*C env-rm//0*C force//6 generic-resource-add//0* generic-resource-rm//0* group-add//0* group-rm//0* health-cmd//3C health-interval//8C health-retries//4C health-start-interval//8F health-start-period//8C health-timeout//8C host-add//0*T host-rm//0* hostname//3 image//3C init//6 isolation//3F label-add//0*C label-rm//0*C limit-cpu//5 limit-memory//9 limit-pids//4 log-driver//3C log-opt//0*C max-concurrent//aF mount-add//b*C mount-rm//0*C network-add//c*C network-rm//0*C no-healthcheck//6C no-resolve-image//6C oom-score-adj//4 placement-pref-add//k*E placement-pref-rm//k* publish-add//l*C publish-rm//l*C quiet/q/6F read-only//6 replicas//aC replicas-max-per-node//a reserve-cpu//5 reserve-memory//9 restart-condition//3C restart-delay//8C restart-max-attempts//aC restart-window//8C rollback//6C rollback-delay//8C rollback-failure-action//3C rollback-max-failure-ratio//mC rollback-monitor//8C rollback-order//3C rollback-parallelism//aC secret-add//n*C secret-rm//0* stop-grace-period//8R stop-signal//3S sysctl-add//0* sysctl-rm//0* tty/t/6 ulimit-add//d*C ulimit-rm//0* update-delay//8C update-failure-action//3C update-max-failure-ratio//mC update-monitor//8C update-order//3C update-parallelism//aC user/u/3 with-registry-auth//6C workdir/w/3;update services;own
stack config;;i;0-0;;compose-file/c/f*C skip-interpolation//6F orchestrator//3U;show stack file;
stack deploy;stack up;i;1-1;STACK;compose-file/c/f*C detach/d/6C=true prune//6 quiet/q/6F resolve-image//3C=always with-registry-auth//6 orchestrator//3F;deploy stack;stack
stack ls;stack list;i;0-0;;format//3C orchestrator//3U;list stacks;
stack ps;;i;1-1;STACK;filter/f/e* format//3C no-resolve//6 no-trunc//6C quiet/q/6C orchestrator//3U;list tasks of stack;stack
stack rm;stack remove,stack down;i;1-;STACK [STACK...];detach/d/6C=true orchestrator//3F;remove stacks;stacks*
stack services;;i;1-1;STACK;filter/f/e* format//3C quiet/q/6C orchestrator//3U;list services;own
swarm ca;;i;0-0;;ca-cert//o ca-key//o cert-expiry//8H=2160h0m0s detach/d/6F external-ca//pC quiet/q/6F rotate//6C;show root certificate;
swarm init;;i;0-0;;advertise-addr//3C autolock//6 availability//3C=active cert-expiry//8H=2160h0m0s data-path-addr//3 data-path-port//q default-addr-pool//r*Q default-addr-pool-mask-length//q=24 dispatcher-heartbeat//8H=5s external-ca//pC force-new-cluster//6 listen-addr//sC=0.0.0.0:2377 max-snapshots//a snapshot-interval//aH=10000 task-history-limit//4H=5;start swarm;
swarm join;;i;1-1;HOST:PORT;advertise-addr//3C availability//3C=active data-path-addr//3 listen-addr//sC=0.0.0.0:2377 token//3;join swarm;own
swarm join-token;;i;1-1;(worker|manager);quiet/q/6C rotate//6C;show join token;own
swarm leave;;i;0-0;;force/f/6;leave swarm;
swarm unlock;;i;0-0;;;unlock swarm;
swarm unlock-key;;i;0-0;;quiet/q/6C rotate//6C;show unlock key;
swarm update;;i;0-0;;autolock//6C cert-expiry//8H=2160h0m0s dispatcher-heartbeat//8H=5s external-ca//pC max-snapshots//aH snapshot-interval//aH=10000 task-history-limit//4H=5;update swarm;
inspect;;i;1-;NAME|ID [NAME|ID...];format/f/3C size/s/6C type//3C;inspect;own
`;

/** How listings are printed: command;template of --quiet;fields of its rows;fields cut short. */
export const lookTable = `
container ls;{{.ID}};ID Names Image Command CreatedAt RunningFor Ports State Status Size Labels Label LocalVolumes Mounts Networks HealthStatus Platform;ID Command Mounts
container stats;;Container Name ID CPUPerc MemUsage NetIO BlockIO MemPerc PIDs;ID
image history;{{.ID}};ID CreatedSince CreatedAt CreatedBy Size Comment;ID CreatedBy
image ls;{{.ID}};ID Repository Tag Digest CreatedSince CreatedAt Size Containers VirtualSize SharedSize UniqueSize;ID
search;;Name Description StarCount IsOfficial IsAutomated;Description
version;;Client Client. Server Server. Client.Platform Client.Version Client.APIVersion Client.GitCommit Client.GoVersion Client.Os Client.Arch Client.BuildTime Client.DefaultAPIVersion Client.Context Server.Platform Server.Version Server.APIVersion Server.GitCommit Server.GoVersion Server.Os Server.Arch Server.BuildTime Server.Components Server.MinAPIVersion Server.KernelVersion Server.Experimental;
system df;;Type TotalCount Active Size Reclaimable;
system events;;Status ID From Type Action Actor Scope Time TimeNano;
volume ls;{{.Name}};Name Driver Scope Mountpoint Labels Label Links Size Availability Group Status;
network ls;{{.ID}};ID Name Driver Scope IPv4 IPv6 Internal Labels Label CreatedAt;ID
node ls;{{.ID}};ID Self Hostname Status Availability ManagerStatus TLSStatus EngineVersion;
node ps;{{.ID}};ID Name Image Node DesiredState CurrentState Error Ports;ID Image Error
service ls;{{.ID}};ID Name Mode Replicas Image Ports;
service ps;{{.ID}};ID Name Image Node DesiredState CurrentState Error Ports;ID Image Error
stack ls;;Name Services;
stack ps;{{.ID}};ID Name Image Node DesiredState CurrentState Error Ports;ID Image Error
stack services;{{.ID}};ID Name Mode Replicas Image Ports;
secret ls;{{.ID}};ID Name Driver CreatedAt UpdatedAt Labels Label;
config ls;{{.ID}};ID Name CreatedAt UpdatedAt Labels Label;
context ls;{{.Name}};Name Description DockerEndpoint Current Error ContextType;
plugin ls;{{.ID}};ID Name Description Enabled PluginReference;ID Description
`;
