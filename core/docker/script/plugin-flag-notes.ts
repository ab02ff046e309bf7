/** As clientFlagNotes, of Compose, of buildx and of the tools of the talk. */
export const pluginFlagNotes = `
abort-on-container-exit|stop all as soon as one container ends
abort-on-container-failure|stop all as soon as one container fails
addr|where the trace is shown
all-inactive|remove all builders that do not run
all-resources|take what no service uses, too
allow|give the build a right that it has not by itself
always-recreate-deps|create what they depend on anew, too
ansi|when colours are printed
app|send the whole application
append|add to one that is there
attach-dependencies|print the output of what they depend on, too
attest|attach a statement about the image
bootstrap|start the builder at once
build|build images first
build-context|one more source for the Dockerfile, such as a folder or an image
builder|the builder to use
buildkitd-config|the builder's file of settings
buildkitd-flags|options for the builder's program
cache-to|where finished steps are kept
call|what to do with the Dockerfile: build it, check it, list its targets
check|only check the Dockerfile
compare|the build to compare it with
compatibility|name things as the first Compose did
default|make it the default of this context, too
down-project|take the project down afterwards
docker buildx create driver-opt|an option for how the builder runs
dry-run|print what would be done and do nothing
engine-env|a variable for the machine's engine
engine-insecure-registry|a registry to use without encryption
engine-label|a label of the machine's engine
engine-opt|an option for the machine's engine
engine-registry-mirror|a copy of the registry to ask first
env-from-file|read environment variables from a file
environment|print the variables that can be filled in
exit-code-from|end with the exit code of this service
fields|which fields to ask for
filename|the policy's file
finalize|wait until the record is whole
force-recreate|create containers anew even if nothing changed
docker compose bridge transformations create from|the transformation to begin with
generic-ip-address|the address of the machine that is there
generic-ssh-key|the key to log in with
generic-ssh-port|the port to log in at
generic-ssh-user|the user to log in as
global|in every context
hash|print a hash of the services' settings
ignore-buildable|leave out images that can be built here
ignore-pull-failures|go on where an image cannot be fetched
ignore-push-failures|go on where an image cannot be sent
images|print only the names of images
include-deps|what they depend on, too
indentation-size|how many spaces a step in is
index|which of the service's containers
invoke|the command that the debugger starts
json|print as JSON
keep-daemon|let the builder's container run on
keep-state|keep the builder's cache
leave|take a node out of the builder
list|list what the file holds
load|put the image into this engine
docker buildx history ls local|only builds of this folder
lock-image-digests|print which digest each image has
max-used-space|how much room the cache may take
menu|offer keys while it runs
metadata-file|write what came of the build to this file
min-free-space|how much room must stay free
models|print only the names of models
networks|print only the names of networks
docker compose alpha viz networks|draw networks, too
docker compose alpha viz ports|draw ports, too
docker compose alpha viz image|draw images, too
no-ansi|print no colours
no-attach|leave the output of these services out
no-build|build no image
no-cache-filter|build these stages anew
no-color|print without colours
no-consistency|do not check that all fits together
no-deps|leave alone what they depend on
no-env-resolution|do not read files of variables
no-interpolate|fill in no variables
no-log-prefix|print no service's name before a line
no-normalize|fill in no defaults
no-parallel|one after the other
no-path-resolution|leave paths as they are
no-proxy|leave the machine out of the proxy
no-recreate|leave containers alone that are there
no-rm|keep the containers of the build steps
no-start|create and do not start
no-tty|go without a terminal
no-TTY|go without a terminal
no-up|do not start the services first
node|the node of the builder
oci-version|the format that is sent
on|when the debugger stops
orphans|also containers that the file no longer names
parallel|how many at a time
policy|when to fetch images
docker buildx policy|the rules that the build's sources must keep
docker buildx bake policy|the rules that the builds' sources must keep
prefer-index|make an index even of one image
print|print what would be built and build nothing
profile|take services of this profile, too
profiles|print only the names of profiles
progress|how progress is shown
project-dir|the project's folder
project-directory|the project's folder
project-name|the project's name
protocol|tcp or udp
provenance|attach a statement on where it comes from
docker compose watch prune|remove images that a new build left without a name
push|send the image to its registry
quiet-build|print no progress of building
quiet-pull|print no progress of fetching
recursive|folders with all they hold
remove-orphans|remove containers that the file no longer names
renew-anon-volumes|begin with empty volumes where they have no name
reserved-space|keep so much of the cache in any case
resolve-image-digests|give each image by its digest
resource|a limit for the build's containers
rmi|remove images, too: all, or local for those that the file gives no name
run|which tests to run
sbom|attach a list of what the image holds
scale|how many containers of a service
docker buildx secret|give the build a secret
service-ports|publish the service's own ports
services|print only the names of services
set|change a value of a target
shell|the shell that the variables are for
short|print the number alone
spaces|step in by spaces
ssh|let the build use your SSH keys
status|only containers of this state
stop|stop them first
storage-path|where machines are kept
swarm|for the swarm that the machine belongs to
docker-machine create swarm|make it part of a swarm
swarm-addr|the address it is reached at in the swarm
swarm-discovery|where the swarm's nodes find each other
swarm-host|where the swarm's manager listens
swarm-image|the image that swarm runs from
swarm-master|make it the swarm's manager
swarm-opt|an option for the swarm's manager
swarm-strategy|how the swarm places containers
templates|the folder of templates
transformation|which transformation to use
unset|print how to forget the variables
use|make it the one that builds
use-aliases|answer to the service's names on its networks
var|set a variable of the file
variables|print the variables that the file uses
docker-machine create virtualbox-boot2docker-url|where the image of its system comes from
docker-machine create virtualbox-cpu-count|how many processors the machine has
docker-machine create virtualbox-disk-size|the size of its disk, in megabytes
docker-machine create virtualbox-hostonly-cidr|the addresses of its network with the computer
docker-machine create virtualbox-hostonly-nicpromisc|what else its network card listens to
docker-machine create virtualbox-hostonly-nictype|the kind of its network card
docker-machine create virtualbox-import-boot2docker-vm|the Boot2Docker machine to take over
docker-machine create virtualbox-memory|its memory, in megabytes
docker-machine create virtualbox-no-share|share no folder of the computer with it
wait|wait until services run, and are healthy where that is checked
wait-timeout|seconds to wait at most
watch|build or copy anew whenever files change
with-dependencies|what they depend on, too
with-env|send variables, too
docker compose workdir|the project's folder (an old name)
docker compose bridge convert output|the folder to write to
native-ssh|log in by the SSH that is built in
y|do not ask first
docker compose run workdir|the folder the command starts in
docker compose exec workdir|the folder the command starts in
docker compose file|the Compose file
docker buildx bake file|the bake file
docker buildx history import file|the record's file
docker buildx imagetools create file|a file that describes a source
docker buildx policy eval file|the policy's file
crane config|the crane file
crane verbose|print more of it
crane prefix|what the containers' names begin with
crane exclude|leave out this container or group
crane tag|take this tag of the images
crane logs colorize|one colour for each container
crane generate template|the template to fill in
log|how much is logged
azk agent start no-daemon|stay in the foreground
azk agent start no-reload-vm|leave the virtual machine's settings as they are
azk start reprovision|prepare the system anew
azk start rebuild|build or fetch the image anew
azk start open|open its page in a browser
azk start open-with|the browser to open its page in
azk start git-ref|the branch, tag or commit to fetch
azk open open-with|the browser to open its page in
docker compose ps all|also containers that have stopped
docker compose ls all|also projects that have stopped
docker compose stats all|also containers that have stopped
docker compose rm all|no longer used
docker compose build compress|no longer used
docker compose build force-rm|no longer used
docker compose build no-rm|no longer used
docker compose build parallel|no longer used
docker compose build memory|ignored by BuildKit
docker compose pull parallel|no longer used
docker compose pull no-parallel|no longer used
docker compose cp all|containers of single commands, too
docker buildx prune all|also what the builder needs itself
docker buildx history rm all|all records
docker buildx history export all|all records
docker compose config volumes|print only the names of volumes
docker compose rm volumes|also remove their volumes without a name
docker compose config format|print as YAML or as JSON
docker compose alpha generate format|print as YAML or as JSON
docker compose images format|print as a table or as JSON
docker compose ls format|print as a table or as JSON
docker compose bridge transformations list format|print as a table or as JSON
docker compose version format|print as usual or as JSON
docker compose restart no-deps|leave alone what depends on them
crane rm force|kill them first if they run
docker compose config quiet|only check, and print nothing
docker compose pull quiet|print no progress
docker compose push quiet|print no progress
docker compose build quiet|print no progress
docker compose run quiet|print no progress
docker compose watch quiet|do not print what is built
docker compose alpha watch quiet|do not print what is built
azk quiet|ask no question
docker buildx annotation|a note on the image
docker buildx add-host|a line for the hosts file of its steps
docker buildx cgroup-parent|the control group of its steps
docker buildx shm-size|the shared memory of its steps
docker buildx ulimit|a limit of the system for its steps, such as nofile=1024
docker buildx create config|the builder's file of settings
docker buildx policy eval print|print what the policy gives
docker buildx history inspect attachment type|only those of this kind
docker buildx quiet|print only the image's ID at the end
docker buildx history export output|the file to write to
docker buildx output|where the result goes: to this engine, a folder, an archive, a registry
docker buildx platform|for these systems and processors
docker buildx pull|look for newer base images
docker buildx network|the network of the steps that run something
docker compose build pull|look for newer base images
docker compose up pull|when to fetch images first
docker compose create pull|when to fetch images first
docker buildx create driver|how the builder runs: in a container, on Kubernetes, elsewhere
docker buildx create name|the builder's name
docker buildx create platform|the systems it builds for
docker buildx create timeout|how long to wait for it
docker buildx inspect timeout|how long to wait for it
docker buildx ls timeout|how long to wait for each
docker buildx rm timeout|how long to wait for it
docker buildx du timeout|how long to wait for it
docker buildx prune timeout|how long to wait for it
docker buildx imagetools create tag|the new image's name
docker buildx imagetools create platform|only images for these systems
docker compose alpha generate name|the project's name
docker compose up attach|print only the output of these services
digitalocean-access-token|the key to an account at DigitalOcean
`;
