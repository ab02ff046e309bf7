import { type Plugins, readProgram } from "#core/docker/tables/other-programs";

const build =
  "add-host//0* allow//0* annotation//0* attest//0* build-arg//0* build-context//0* builder//3 cache-from//0* cache-to//0* call//3 cgroup-parent//3 check//6 debug/D/6 file/f/3 iidfile//3 label//0* load//6 metadata-file//3 network//3 no-cache//6 no-cache-filter//0* output/o/0* platform//0* policy//0* progress//3 provenance//3 pull//6 push//6 quiet/q/6 resource//0* sbom//3 secret//0* shm-size//9 ssh//0* tag/t/0* target//3 ulimit//0* rm//6 force-rm//6 compress//6 memory/m/9 memory-swap//9 cpu-shares/c/4 cpu-period//4 cpu-quota//4 cpuset-cpus//3 cpuset-mems//3 isolation//3 security-opt//0* squash//6";

/** The verbs of buildx (docker/buildx docs/reference), as in the flag table; `build` is read there. */
const buildx = `
build;;i;1-1;PATH | URL | -;;build an image
bake;f;i;0-;[TARGET...];allow//0* builder//3 call//3 check//6 debug/D/6 file/f/0* list//3 load//6 metadata-file//3 no-cache//6 policy//0* print//6 progress//3 provenance//3 pull//6 push//6 sbom//3 set//0* var//0*;build the targets of a bake file
create;;i;0-1;[CONTEXT|ENDPOINT];append//6 bootstrap//6 buildkitd-config//3 config//3 buildkitd-flags//3 debug/D/6 driver//3 driver-opt//0* leave//6 name//3 node//3 platform//0* timeout//8 use//6;create a builder
ls;;i;0-0;;debug/D/6 format//3 no-trunc//6 timeout//8;list the builders
use;;i;1-1;NAME;builder//3 debug/D/6 default//6 global//6;make a builder the one that builds from now on
inspect;;i;0-1;[NAME];bootstrap//6 builder//3 debug/D/6 timeout//8;print all details of a builder
rm;;i;0-;[NAME...];all-inactive//6 builder//3 debug/D/6 force/f/6 keep-daemon//6 keep-state//6 timeout//8;remove a builder
stop;;i;0-1;[NAME];builder//3 debug/D/6;stop a builder
du;;i;0-0;;builder//3 debug/D/6 filter//0* format//3 timeout//8 verbose//6;print how much disk space the build cache takes up
prune;;i;0-0;;all/a/6 builder//3 debug/D/6 filter//0* force/f/6 max-used-space//9 min-free-space//9 reserved-space//9 keep-storage//9 timeout//8 verbose//6;remove build cache that nothing uses
version;;i;0-0;;debug/D/6;print the version of buildx
imagetools create;;i;0-;[SOURCE...];annotation//0* append//6 builder//3 debug/D/6 dry-run//6 file/f/0* metadata-file//3 platform/p/0* prefer-index//6 progress//3 tag/t/0*;make an image of several images in a registry
imagetools inspect;;i;1-1;NAME;builder//3 debug/D/6 format//3 raw//6;print what a registry knows about an image
history ls;;i;0-0;;builder//3 debug/D/6 filter//0* format//3 local//6 no-trunc//6;list the builds that were made
history inspect;;i;0-1;[REF];builder//3 debug/D/6 format//3;print all details of a build
history inspect attachment;;i;0-2;[REF [DIGEST]];builder//3 debug/D/6 platform//3 type//3;print what a build has attached
history logs;;i;0-1;[REF];builder//3 debug/D/6 progress//3;print what a build has written
history open;;i;0-1;[REF];builder//3 debug/D/6;open a build in Docker Desktop
history rm;;i;0-;[REF...];all//6 builder//3 debug/D/6;remove the records of builds
history trace;;i;0-1;[REF];addr//3 builder//3 compare//3 debug/D/6;show the trace of a build
history export;;i;0-;[REF...];all//6 builder//3 debug/D/6 finalize//6 output/o/3;export the record of a build
history import;;i;0-1;-;builder//3 debug/D/6 file/f/0*;import the record of a build into Docker Desktop
policy eval;;i;1-1;SOURCE;builder//3 debug/D/6 fields//0* file/f/3 platform//3 print//6;try a source against a build policy
policy test;;i;1-1;PATH;builder//3 debug/D/6 filename//3 run//3;run the tests of a build policy
policy json-schema;;i;0-0;;builder//3 debug/D/6;print the JSON schema of a policy's input
debug;;i;0-0;;builder//3 debug/D/6 invoke//3 on//3;start a debugger for builds
debug build;;i;1-1;PATH | URL | -;${build};debug a build
dap build;;i;1-1;PATH | URL | -;${build};debug a build from an editor
dial-stdio;;i;0-0;;builder//3 debug/D/6 platform//3 progress//3;pass standard input and output on to a builder
`;

/** What a page of commands reads beside the client's own commands. */
export const plugins: Plugins = new Map([
  [
    "docker buildx",
    readProgram({ name: "docker buildx", globals: "builder//3 debug/D/6", table: buildx }),
  ],
]);
