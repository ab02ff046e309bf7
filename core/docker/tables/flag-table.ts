/**
 * The commands of Docker version 28.2.2 but those of a few groups, one a line; written by
 * scripts/docker-spec.ts. name;other roads;i if options may follow arguments;least-most arguments;
 * their names;flags;action;what the arguments are; and each flag as long/short/type, * if it may
 * repeat, ! if for Windows engines, a capital for its rule, =default.
 */
export const flagTypes =
  "list map uint16 string int decimal bool gpu-request duration bytes uint mount network ulimit filter strings stringToString config credential-spec command pref port float secret pem-file external-ca uint32 ipNetSlice node-addr";

export const flagRules =
  "hosts options own caps order client signal keep set pairs lower images platform keepOff output platforms csvset nonzero scalar once noted";

export const globalFlags =
  "config//3 context/c/3 debug/D/6 host/H/0* log-level/l/3=info tls//6 tlscacert//3 tlscert//3 tlskey//3 tlsverify//6 version/v/6";

/** Groups of commands whose lines stand in rare-table.ts. */
export const rareGroups =
  "swarm node service stack secret config trust plugin context checkpoint manifest";

export const flagTable = `
container run;run;;1-;IMAGE [COMMAND] [ARG...];add-host//0*A annotation//1*B attach/a/0*C blkio-weight//2 blkio-weight-device//0* cap-add//0*D cap-drop//0*D cgroup-parent//3 cgroupns//3C cidfile//3C cpu-count//4! cpu-percent//4! cpu-period//4 cpu-quota//4 cpu-rt-period//4 cpu-rt-runtime//4 cpu-shares/c/4 cpus//5 cpuset-cpus//3 cpuset-mems//3 detach/d/6C detach-keys//3C device//0*C device-cgroup-rule//0* device-read-bps//0* device-read-iops//0* device-write-bps//0* device-write-iops//0* disable-content-trust//6C=true dns//0*E dns-option//0* dns-search//0*E domainname//3 entrypoint//3C env/e/0*C env-file//0*C expose//0*C gpus//7*E group-add//0* health-cmd//3C health-interval//8C health-retries//4C health-start-interval//8C health-start-period//8C health-timeout//8C hostname/h/3 init//6 interactive/i/6C io-maxbandwidth//9! io-maxiops//a! ip//3C ip6//3C ipc//3C isolation//3 kernel-memory//9F label/l/0*C label-file//0*C link//0*C link-local-ip//0*C log-driver//3 log-opt//0*B mac-address//3C memory/m/9C memory-reservation//9 memory-swap//9C memory-swappiness//4=-1 mount//b*C name//3C network//c*C network-alias//0*C no-healthcheck//6C oom-kill-disable//6 oom-score-adj//4 pid//3C pids-limit//4 platform//3C privileged//6 publish/p/0*C publish-all/P/6 pull//3C=missing quiet/q/6F read-only//6 restart//3C=no rm//6 runtime//3 security-opt//0*C shm-size//9 sig-proxy//6F=true stop-signal//3G stop-timeout//4H storage-opt//0*B sysctl//1*B tmpfs//0*C tty/t/6C ulimit//d*C use-api-socket//6 user/u/3 userns//3C uts//3C volume/v/0*C volume-driver//3 volumes-from//0*E workdir/w/3C net//3 net-alias//3 dns-opt//3;run container;own
container exec;exec;;2-;CONTAINER COMMAND [ARG...];detach/d/6C detach-keys//3 env/e/0*C env-file//0*C interactive/i/6C privileged//6 tty/t/6 user/u/3 workdir/w/3;execute in container;container command+
container ls;ps,container list,container ps;i;0-0;;all/a/6C filter/f/e* format//3C last/n/4C=-1 latest/l/6C no-trunc//6C quiet/q/6C size/s/6C;list containers;
image build;build,builder build;i;1-1;PATH | URL | -;add-host//0*I build-arg//0*C cache-from//f* cgroup-parent//3 compress//6F cpu-period//4 cpu-quota//4 cpu-shares/c/4 cpuset-cpus//3 cpuset-mems//3 disable-content-trust//6F=true file/f/3C force-rm//6 iidfile//3C isolation//3 label//0*J memory/m/9 memory-swap//9 network//3=default no-cache//6 platform//3K pull//6 quiet/q/6 rm//6=true security-opt//f* shm-size//9 squash//6! tag/t/0*L target//3 ulimit//d*C allow//0* annotation//0* attest//0* build-context//0* cache-to//0* no-cache-filter//0* output/o/0* secret//0* ssh//0* builder//3 call//3 metadata-file//3 progress//3 provenance//3 sbom//3 check//6 debug/D/6 load//6 push//6;build image;own
image pull;pull;i;1-1;NAME[:TAG|@DIGEST];all-tags/a/6C disable-content-trust//6C=true platform//3K quiet/q/6F;pull image;own
image push;push;i;1-1;NAME[:TAG];all-tags/a/6C disable-content-trust//6C=true platform//3M quiet/q/6F;push image;own
image ls;images,image list;i;0-1;[REPOSITORY[:TAG]];all/a/6 digests//6C filter/f/e* format//3C no-trunc//6C quiet/q/6C tree//6;list images;own
login;;i;0-1;[SERVER];password/p/3C password-stdin//6C username/u/3C;log in;own
logout;;i;0-1;[SERVER];;log out;own
search;;i;1-1;TERM;filter/f/e* format//3C limit//4 no-trunc//6C;search images;term
version;;i;0-0;;format/f/3C;show version;
system info;info;i;0-0;;format/f/3C;show information;
builder prune;;i;0-0;;all/a/6 filter//e* force/f/6C keep-storage//9;prune build cache;
container attach;attach;i;1-1;CONTAINER;detach-keys//3 no-stdin//6F sig-proxy//6F=true;attach to container;container
container commit;commit;;1-2;CONTAINER [REPOSITORY[:TAG]];author/a/3 change/c/0*C message/m/3 pause/p/6N=true;commit container;container
container cp;cp;i;2-2;CONTAINER:SRC_PATH DEST_PATH|-;archive/a/6F follow-link/L/6C quiet/q/6F;copy files;own
container create;create;;1-;IMAGE [COMMAND] [ARG...];add-host//0*A annotation//1*B attach/a/0*C blkio-weight//2 blkio-weight-device//0* cap-add//0*D cap-drop//0*D cgroup-parent//3 cgroupns//3C cidfile//3C cpu-count//4! cpu-percent//4! cpu-period//4 cpu-quota//4 cpu-rt-period//4 cpu-rt-runtime//4 cpu-shares/c/4 cpus//5 cpuset-cpus//3 cpuset-mems//3 device//0*C device-cgroup-rule//0* device-read-bps//0* device-read-iops//0* device-write-bps//0* device-write-iops//0* disable-content-trust//6C=true dns//0*E dns-option//0* dns-search//0*E domainname//3 entrypoint//3C env/e/0*C env-file//0*C expose//0*C gpus//7*E group-add//0* health-cmd//3C health-interval//8C health-retries//4C health-start-interval//8C health-start-period//8C health-timeout//8C hostname/h/3 init//6 interactive/i/6C io-maxbandwidth//9! io-maxiops//a! ip//3C ip6//3C ipc//3C isolation//3 kernel-memory//9F label/l/0*C label-file//0*C link//0*C link-local-ip//0*C log-driver//3 log-opt//0*B mac-address//3C memory/m/9C memory-reservation//9 memory-swap//9C memory-swappiness//4=-1 mount//b*C name//3C network//c*C network-alias//0*C no-healthcheck//6C oom-kill-disable//6 oom-score-adj//4 pid//3C pids-limit//4 platform//3C privileged//6 publish/p/0*C publish-all/P/6 pull//3C=missing quiet/q/6F read-only//6 restart//3C=no rm//6 runtime//3 security-opt//0*C shm-size//9 stop-signal//3G stop-timeout//4H storage-opt//0*B sysctl//1*B tmpfs//0*C tty/t/6C ulimit//d*C use-api-socket//6 user/u/3 userns//3C uts//3C volume/v/0*C volume-driver//3 volumes-from//0*E workdir/w/3C net//3 net-alias//3 dns-opt//3;create container;own
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
image history;history;i;1-1;IMAGE;format//3C human/H/6O=true no-trunc//6C platform//3M quiet/q/6C;show history;image@
image import;import;i;1-;file|URL|- [REPOSITORY[:TAG]];change/c/0*C message/m/3 platform//3K;import image;own
image inspect;;i;1-;IMAGE [IMAGE...];format/f/3C platform//3M;inspect images;images@*
image load;load;i;0-0;;input/i/3C platform//3M quiet/q/6F;load images;
image prune;;i;0-0;;all/a/6C filter//e*C force/f/6C;prune images;
image rm;image remove,rmi;i;1-;IMAGE [IMAGE...];force/f/6 no-prune//6 platform//f*P;remove images;images@*
image save;save;i;1-;IMAGE [IMAGE...];output/o/3C platform//3M;save images;images@*
image tag;tag;;2-2;SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG];;tag image;own
network connect;;i;2-2;NETWORK CONTAINER;alias//f*Q driver-opt//f*C gw-priority//4 ip//3 ip6//3 link//0*I link-local-ip//f*;connect network;network container
network create;;i;1-1;NETWORK;attachable//6 aux-address//1*C config-from//3 config-only//6 driver/d/3=bridge gateway//f*C ingress//6 internal//6 ip-range//f*C ipam-driver//3=default ipam-opt//1* ipv4//6H=true ipv6//6 label//0*J opt/o/1* scope//3 subnet//f*C;create network;network
network disconnect;;i;2-2;NETWORK CONTAINER;force/f/6;disconnect network;network container
network inspect;;i;1-;NETWORK [NETWORK...];format/f/3C verbose/v/6;inspect networks;networks*
network ls;network list;i;0-0;;filter/f/e* format//3C no-trunc//6C quiet/q/6C;list networks;
network prune;;i;0-0;;filter//e*C force/f/6C;prune networks;
network rm;network remove;i;1-;NETWORK [NETWORK...];force/f/6F;remove networks;networks*
system df;;i;0-0;;format//3C verbose/v/6O;show disk usage;
system events;events;i;0-0;;filter/f/e* format//3C since//3C until//3C;show events;
system prune;;i;0-0;;all/a/6C filter//e*C force/f/6C volumes//6C;prune system;
volume create;;i;0-1;[VOLUME];availability//3C=active driver/d/3=local group//3C label//0*J limit-bytes//9C opt/o/1* required-bytes//9C scope//3C=single secret//1*F sharing//3C=none topology-preferred//0*F topology-required//0*F type//3C=block name//3C;create volume;own
volume inspect;;i;1-;VOLUME [VOLUME...];format/f/3C;inspect volumes;volumes*
volume ls;volume list;i;0-0;;cluster//6O filter/f/e* format//3C quiet/q/6C;list volumes;
volume prune;;i;0-0;;all/a/6C filter//e*C force/f/6C;prune volumes;
volume rm;volume remove;i;1-;VOLUME [VOLUME...];force/f/6;remove volumes;volumes*
volume update;;i;1-1;[VOLUME];availability//3=active;update volume;volume
inspect;;i;1-;NAME|ID [NAME|ID...];format/f/3C size/s/6C type//3C;inspect;own
`;

/** How listings are printed: command;template of --quiet;fields cut short. */
export const lookTable = `
container ls;{{.ID}};ID Command Mounts
container stats;;ID
image history;{{.ID}};ID CreatedBy
image ls;{{.ID}};ID
search;;Description
version;;
system df;;
system events;;
volume ls;{{.Name}};
network ls;{{.ID}};ID
node ls;{{.ID}};
node ps;{{.ID}};ID Image Error
service ls;{{.ID}};
service ps;{{.ID}};ID Image Error
stack ls;;
stack ps;{{.ID}};ID Image Error
stack services;{{.ID}};
secret ls;{{.ID}};
config ls;{{.ID}};
context ls;{{.Name}};
plugin ls;{{.ID}};ID Description
`;
