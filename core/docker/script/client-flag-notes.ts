/** What the client's rarer options do: the option, or its command and the option; then a line. */
export const clientFlagNotes = `
image push all-tags|send every tag of the image
image pull all-tags|fetch every tag of the image
amend|change a list that is there
annotation|a note for the runtime
arch|the processor the image is for
archive|ask for owners and groups, too
args|the new words of its command
attachable|let containers join, too, not only services
autolock|lock managers when they restart
aux-address|an address that is taken already
blkio-weight|its weight when the disk is busy, 10 to 1000
blkio-weight-device|its weight on one disk
ca-cert|the root certificate to use
ca-key|the key of the root certificate
cache-from|take finished steps from here
cert-expiry|how long the certificates of nodes are valid
cgroup-parent|the control group above its own
cgroupns|whose control groups it sees: the host's or its own
checkpoint|start from this saved state
checkpoint-dir|the folder of saved states
cidfile|write the container's ID to this file
cluster|only volumes of the cluster
compress|compress what is sent
config|the folder of the client's settings
service create config|give the service a config
config-add|give the service one more config
config-rm|remove a config
config-from|take its settings from that network
config-only|keep settings alone, for other networks
constraint-add|place it only where this holds, too
constraint-rm|remove a rule of where it is placed
container-label|attach a label to its containers
container-label-add|attach one more label to its containers
container-label-rm|remove a label from its containers
context|the context to use instead of the current one
cpu-count|how many processors it has, on Windows
cpu-percent|its share of the processors, on Windows
cpu-period|the length of a turn, in microseconds
cpu-quota|the processor's time it has each turn, in microseconds
cpu-rt-period|the length of a real-time turn, in microseconds (cgroup v1)
cpu-rt-runtime|its real-time share of a turn, in microseconds (cgroup v1)
cpuset-cpus|only on these processors
cpuset-mems|only in the memory of these nodes
credential-spec|the settings of its Windows account
data-path-addr|the address for the containers' traffic
data-path-port|the port for the containers' traffic
debug|print what the client does
default-addr-pool|where overlay networks take their addresses from
default-addr-pool-mask-length|how large each of those networks is
description|a line on what it is for
detach-keys|the keys that leave it running
details|show the labels and variables that its log keeps, too
device|let it use a device of the host
device-cgroup-rule|allow it more devices, by kind and number
device-read-bps|how fast it may read from a device, in bytes
device-read-iops|how often it may read from a device
device-write-bps|how fast it may write to a device, in bytes
device-write-iops|how often it may write to a device
digests|show digests, too
dir|the folder for the public key
disable|do not turn it on
disable-content-trust|do not check signatures
image push disable-content-trust|do not sign it
plugin push disable-content-trust|do not sign it
dispatcher-heartbeat|how often nodes report
dns-add|ask this name server, too
dns-opt|an option for asking name servers
dns-option|an option for asking name servers
dns-option-add|one more option for asking name servers
dns-option-rm|remove an option for asking name servers
dns-rm|stop asking this name server
dns-search|the domain that short names are looked up in
dns-search-add|one more domain for short names
dns-search-rm|remove a domain for short names
docker|the engine of the context, such as host=ssh://user@machine
domainname|the container's domain
driver-opt|an option for the driver
endpoint-mode|reach it by one address (vip) or by each task's (dnsrr)
external-ca|ask this authority to sign certificates
follow-link|copy what a link points at
force-new-cluster|begin a new swarm from the state of this node
force-rm|remove the containers of failed steps, too
from|take over the settings of another context
generic-resource|reserve a resource that the node names itself
generic-resource-add|reserve one more resource that the node names itself
generic-resource-rm|stop reserving one thing
gpus|let it use graphics processors
grant-all-permissions|allow all that it asks for
group|the group of cluster volumes it belongs to
service create group|a further group its user is in
group-add|a further group its user is in
group-rm|take its user out of a group
gw-priority|the network with the highest gives the default router
health-cmd|the command that checks whether it works
health-interval|how long between two checks
health-retries|how many checks in a row must fail
health-start-interval|how long between two checks while it starts
health-start-period|how long it may take to start
health-timeout|how long a check may take
host|the engine to talk to
service create host|a line for its hosts file
host-add|one more line for its hosts file
host-rm|remove a line from its hosts file
human|print sizes and dates in a readable form
iidfile|write the image's ID to this file
ingress|the network that brings requests to services
insecure|talk to a registry without a valid certificate
internal|cut it off from outside
io-maxbandwidth|how fast the disk may be used, on Windows
io-maxiops|how often the disk may be used, on Windows
ip-range|the part of the subnet that addresses are given from
ip6|a fixed IPv6 address on the network
ipam-driver|the plug-in that gives addresses
ipam-opt|an option for that plug-in
ipc|whose shared memory it uses
ipv4|give IPv4 addresses
ipv6|give IPv6 addresses
isolation|how it is isolated, on Windows
keep-storage|keep this much of the cache
kernel-memory|the most memory of the kernel (no longer used)
key|the file of the signer's key
label-add|attach one more label
label-file|read labels from a file
label-rm|remove a label
leave-running|let the container keep running
limit|show at most this many
limit-bytes|the largest size of the volume
limit-cpu|the most processors a task may use
limit-memory|the most memory a task may use
limit-pids|the most processes and threads a task may have
link-local-ip|a link-local address
local|sign and send the image of this machine, whatever the registry has
log-driver|where its output is kept
log-level|how much the client writes to its log
log-opt|an option for where output is kept
mac-address|its hardware address
max-concurrent|how many tasks of a job run at a time
max-snapshots|how many old snapshots managers keep
memory-reservation|the soft limit of its memory
memory-swap|the most memory and swap together; -1 for no limit
memory-swappiness|how readily its memory is swapped, 0 to 100 (cgroup v1)
mount-add|mount one more place
mount-rm|stop mounting a place
net|join a network (an old name)
net-alias|a further name on the network (an old name)
network-add|join one more network
network-rm|leave a network
no-healthcheck|turn off the image's health check
no-prune|keep the untagged images below it
no-resolve|print IDs in place of names
no-resolve-image|do not ask the registry for the digest
no-stdin|do not pass on what is typed
no-stream|print once and end
no-task-ids|print no task's ID before a line
oom-kill-disable|do not end it when memory runs out (cgroup v1)
oom-score-adj|how soon it is ended when memory runs out
orchestrator|no longer used
os|the system the image is for
os-features|what the system must be able to do
os-version|the version of the system
pid|whose processes it sees
pids-limit|the most processes and threads it may have
placement-pref|spread tasks over nodes by a label
placement-pref-add|one more way to spread tasks
placement-pref-rm|remove a way to spread tasks
pretty|print in a readable form
prune|remove services that the file no longer names
purge|remove the list from this machine afterwards
raw|print it unchanged
replicas-max-per-node|at most this many tasks on one node
required-bytes|the smallest size of the volume
reserve-cpu|how many processors of its node each task reserves
reserve-memory|how much memory of its node each task reserves
resolve-image|whether the registry is asked for digests
restart-condition|when a task is started again
restart-delay|how long before it is started again
restart-max-attempts|how often it is started again at most
restart-window|the time in which attempts are counted
rollback|return to the previous version
rollback-delay|how long between tasks on the way back
rollback-failure-action|what to do if the way back fails
rollback-max-failure-ratio|what share of the tasks may fail on the way back
rollback-monitor|how long each task is watched on the way back
rollback-order|on the way back stop the old task first or start the new one first
rollback-parallelism|how many tasks at a time on the way back
runtime|the program that starts its processes
scope|where it holds: on this machine or in the swarm
volume create scope|whether one node may use it or several
secret|give the service a secret
volume create secret|a secret for the volume's plug-in
secret-add|give the service one more secret
secret-rm|remove a secret
security-opt|an option for what it may do
sharing|whether several may use the volume at once
shm-size|the size of its shared memory
sig-proxy|pass signals on to its process
skip-interpolation|leave variables in the file as they are
skip-remote-check|do not check that it is the plug-in that is installed
snapshot-interval|how many entries between two snapshots
squash|make one layer of the new ones
stop-grace-period|how long a task may take to end
stop-signal|the signal that ends it
stop-timeout|seconds of grace before it is killed
storage-opt|an option for how its files are kept
sysctl|set a value of the kernel for it
sysctl-add|set one more value of the kernel for it
sysctl-rm|stop setting a value of the kernel for it
task-history-limit|how many old tasks are remembered
template-driver|how its template is filled in, such as golang
tls|talk to the engine encrypted
tlscacert|the certificate of the authority that signed the engine's
tlscert|the client's certificate
tlskey|the key of the client's certificate
tlsverify|check the engine's certificate
topology-preferred|where the volume should rather be
topology-required|where the volume must be
tree|show the images for each system under their name
ulimit|a limit of the system, such as nofile=1024
ulimit-add|one more limit of the system
ulimit-rm|remove a limit of the system
update-failure-action|what to do if an update fails
update-max-failure-ratio|what share of the tasks may fail in an update
update-monitor|how long each new task is watched
update-order|stop the old task first or start the new one first
use-api-socket|let it talk to the engine as you
userns|whose user IDs it uses
uts|whose host name it has
variant|the variant of the processor
verbose|print more details
version|print the version and end
volume-driver|the plug-in that provides its volumes
with-registry-auth|give nodes your login to the registry
yes|do not ask first
container start interactive|connect to its input
network disconnect force|do it even if the container or the network is gone
container stats all|also containers that have stopped
image ls all|also images between the steps of a build
builder prune all|also what the builder needs itself, and what images share
system prune all|every unused image, not only the dangling
volume prune all|volumes with a name, too
service create name|the service's name
volume create name|the volume's name
trust key load name|the key's name
plugin install alias|a name of its own on this engine
plugin enable timeout|seconds to wait for it
secret create driver|the plug-in that keeps it
volume create type|how it can be reached: as files or as a block
volume update availability|whether it may be used: active, pause or drain
volume create availability|whether it may be used: active, pause or drain
image build network|the network of the steps that run something
image build annotation|a note on the image
image build add-host|a line for the hosts file of its steps
image build cgroup-parent|the control group of its steps
image build shm-size|the shared memory of its steps
image build ulimit|a limit of the system for its steps, such as nofile=1024
image build disable-content-trust|for the old builder alone: do not check signatures
container update restart|when to start it again by itself
`;
