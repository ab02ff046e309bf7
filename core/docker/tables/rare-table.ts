/** The other commands, as in flag-table.ts; written by scripts/docker-spec.ts. */
export const rareTable = `
checkpoint create;;i;2-2;CONTAINER CHECKPOINT;checkpoint-dir//3! leave-running//6!;create checkpoint;container checkpoint
checkpoint ls;checkpoint list;i;1-1;CONTAINER;checkpoint-dir//3!;list checkpoints;container
checkpoint rm;checkpoint remove;i;2-2;CONTAINER CHECKPOINT;checkpoint-dir//3!;remove checkpoint;container checkpoint
context create;;i;1-1;CONTEXT;description//3 docker//g from//3;create context;context
context export;;i;1-2;CONTEXT [FILE|-];;export context;context archive
context import;;i;2-2;CONTEXT FILE|-;;import context;context archive
context inspect;;i;0-;[CONTEXT] [CONTEXT...];format/f/3C;inspect contexts;contexts*
context ls;context list;i;0-0;;format//3C quiet/q/6C;list contexts;
context rm;context remove;i;1-;CONTEXT [CONTEXT...];force/f/6;remove contexts;contexts*
context show;;i;0-0;;;show context;
context update;;i;1-1;CONTEXT;description//3 docker//g;update context;context
context use;;i;0-;CONTEXT;;use context;context
manifest annotate;;i;2-2;MANIFEST_LIST MANIFEST;arch//3 os//3 os-features//f* os-version//3 variant//3;annotate manifest;manifest-list@ manifest@
manifest create;;i;2-;MANIFEST_LIST MANIFEST [MANIFEST...];amend/a/6 insecure//6;create manifest list;manifest-list@ manifests@*
manifest inspect;;i;1-2;[MANIFEST_LIST] MANIFEST;insecure//6 verbose/v/6O;inspect manifest;own
manifest push;;i;1-1;MANIFEST_LIST;insecure//6 purge/p/6;push manifest list;manifest-list@
manifest rm;;i;1-;MANIFEST_LIST [MANIFEST_LIST...];;remove manifest lists;manifest-lists@*
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
trust key generate;;i;1-1;NAME;dir//3;generate signing key;name
trust key load;;i;1-1;KEYFILE;name//3=signer;load signing key;key
trust signer add;;i;2-;OPTIONS NAME REPOSITORY [REPOSITORY...];key//0*;add signer;signer repositories*
trust signer remove;;i;2-;NAME REPOSITORY [REPOSITORY...];force/f/6F;remove signer;signer repositories*
trust inspect;;i;1-;IMAGE[:TAG] [IMAGE[:TAG]...];pretty//6O;inspect signatures;images@*
trust revoke;;i;1-1;IMAGE[:TAG];yes/y/6F;revoke signature;image@
trust sign;;i;1-1;IMAGE:TAG;local//6;sign image;image@
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
`;

/** What templates may name: command;fields of its rows. */
export const lookFields = `
container ls;ID Names Image Command CreatedAt RunningFor Ports State Status Size Labels Label LocalVolumes Mounts Networks HealthStatus Platform
container stats;Container Name ID CPUPerc MemUsage NetIO BlockIO MemPerc PIDs
image history;ID CreatedSince CreatedAt CreatedBy Size Comment
image ls;ID Repository Tag Digest CreatedSince CreatedAt Size Containers VirtualSize SharedSize UniqueSize
search;Name Description StarCount IsOfficial IsAutomated
version;Client Client. Server Server. Client.Platform Client.Version Client.APIVersion Client.GitCommit Client.GoVersion Client.Os Client.Arch Client.BuildTime Client.DefaultAPIVersion Client.Context Server.Platform Server.Version Server.APIVersion Server.GitCommit Server.GoVersion Server.Os Server.Arch Server.BuildTime Server.Components Server.MinAPIVersion Server.KernelVersion Server.Experimental
system df;Type TotalCount Active Size Reclaimable
system events;Status ID From Type Action Actor Scope Time TimeNano
volume ls;Name Driver Scope Mountpoint Labels Label Links Size Availability Group Status
network ls;ID Name Driver Scope IPv4 IPv6 Internal Labels Label CreatedAt
node ls;ID Self Hostname Status Availability ManagerStatus TLSStatus EngineVersion
node ps;ID Name Image Node DesiredState CurrentState Error Ports
service ls;ID Name Mode Replicas Image Ports
service ps;ID Name Image Node DesiredState CurrentState Error Ports
stack ls;Name Services
stack ps;ID Name Image Node DesiredState CurrentState Error Ports
stack services;ID Name Mode Replicas Image Ports
secret ls;ID Name Driver CreatedAt UpdatedAt Labels Label
config ls;ID Name CreatedAt UpdatedAt Labels Label
context ls;Name Description DockerEndpoint Current Error ContextType
plugin ls;ID Name Description Enabled PluginReference
`;
